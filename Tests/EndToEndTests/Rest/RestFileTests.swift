import Testing

/// The format, read and refused.
struct RestFileTests {
    private let text = """
        # A file.
        @server = http://localhost:1

        ### The first
        # @name first
        # expect 201
        # expect header Location == /things/1
        # expect body $.state != failed
        # Just words.
        POST {{server}}/things
        Content-Type: application/json

        {
            "a": 1
        }

        # --- A heading ---

        ### The second
        # expect 200
        # expect body $.items[0].name exists
        # expect body $.end absent
        GET {{server}}/things/{{first.response.body.$.id}}
        """

    @Test func requestsAreReadAsTheyAreWritten() throws {
        let file = try RestFile(parsing: text)
        #expect(file.variables == ["server": "http://localhost:1"])
        try #require(file.requests.count == 2)
        let first = file.requests[0]
        #expect(first.title == "The first")
        #expect(first.name == "first")
        #expect(first.method == "POST")
        #expect(first.url == "{{server}}/things")
        #expect(first.headers.map(\.name) == ["Content-Type"])
        #expect(first.headers.map(\.value) == ["application/json"])
        #expect(first.body == "{\n    \"a\": 1\n}")
        #expect(
            first.expectations == [
                .status(201), .header("Location", .equal, "/things/1"),
                .value("$.state", .unequal, "failed"),
            ])
        let second = file.requests[1]
        #expect(second.name == nil)
        #expect(second.body == nil)
        #expect(
            second.expectations == [
                .status(200), .presence("$.items[0].name", true), .presence("$.end", false),
            ])
    }

    @Test(arguments: [
        ("### A\nGET /", 1), ("### A\n# expect 200\n# expect 201\nGET /", 1),
        ("### A\n# expect 200\n", 1), ("### A\n# expect nothing\nGET /", 2),
        ("### A\n# expected 200\nGET /", 2), ("### A\n# @prompt x\n# expect 200\nGET /", 2),
        ("### A\n# expect 200\nGET /\nno field", 4), ("words", 1),
        ("### A\n# @name a\n# expect 200\nGET /\n### B\n# @name a\n# expect 200\nGET /", 5),
    ])
    func mistakesAreToldByTheirLine(text: String, line: Int) {
        let mistake = #expect(throws: RestFile.Mistake.self) { try RestFile(parsing: text) }
        #expect(mistake?.line == line)
    }

    @Test func referencesAreFilledIn() throws {
        var run = RestRun(try RestFile(parsing: text), with: ["server": "http://here"])
        #expect(throws: RestRun.Unknown.self) { try run.fill("{{first.response.body.$.id}}") }
        run.remember(
            RestAnswer(status: 200, headers: [:], body: #"{"id":"x","n":[{"b":2}]}"#),
            as: "first")
        #expect(try run.fill("{{server}}/{{first.response.body.$.id}}") == "http://here/x")
        #expect(try run.fill("{{first.response.body.$.n[0].b}}") == "2")
        #expect(try run.fill("{{$timestamp}}").wholeMatch(of: /\d+/) != nil)
        for wrong in ["{{first.response.body.$.no}}", "{{other}}", "{{$guid}}"] {
            #expect(throws: RestRun.Unknown.self) { try run.fill(wrong) }
        }
    }

    @Test(arguments: [
        ("200", true), ("201", false), ("header Allow == GET, HEAD", true),
        ("header Allow == GET", false), ("header Absent != GET", false),
        ("body $.state == done", true), ("body $.state == failed", false),
        ("body $.state != failed", true), ("body $.none != failed", false),
        ("body $.list[0].count == 3", true), ("body $.list[0].is == true", true),
        ("body $.list[1] absent", true), ("body $.list[0] absent", false),
        ("body $.state exists", true), ("body $.state.deeper exists", false),
        ("body $.none exists", false),
    ])
    func expectationsHoldOrDoNot(text: String, holds: Bool) throws {
        let answer = RestAnswer(
            status: 200, headers: ["allow": "GET, HEAD"],
            body: #"{"state":"done","list":[{"count":3,"is":true}]}"#)
        let expectation = try #require(RestExpectation(text))
        #expect((answer.complaint(about: expectation) { $0 } == nil) == holds)
    }
}

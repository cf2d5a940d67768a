/// One request of a file, with the answer that is expected; `{{…}}` in it is not filled in yet.
struct RestRequest {
    /// Of its `###`, from 1.
    let line: Int
    let title: String
    /// By which others refer to its answer.
    private(set) var name: String?
    private(set) var method = ""
    private(set) var url = ""
    private(set) var headers: [(name: String, value: String)] = []
    private(set) var body: String?
    private(set) var expectations: [RestExpectation] = []

    /// - Parameters:
    ///   - lines: From its `###` to the next.
    ///   - start: How many lines are before.
    init(_ lines: [String], from start: Int) throws(RestFile.Mistake) {
        line = start + 1
        title = String(lines[0].drop { $0 == "#" || $0 == " " })
        var place = 1
        while place < lines.count, lines[place].isEmpty || lines[place].hasPrefix("#") {
            try readComment(lines[place], at: start + place + 1)
            place += 1
        }
        guard place < lines.count,
            let match = lines[place].wholeMatch(of: /([A-Z]+) (\S.*)/)
        else { throw RestFile.Mistake(line: line, what: "there is no request in it") }
        (method, url) = (String(match.1), String(match.2))
        place += 1
        while place < lines.count, !lines[place].isEmpty {
            guard let match = lines[place].wholeMatch(of: /([A-Za-z0-9-]+): *(.*)/) else {
                throw RestFile.Mistake(line: start + place + 1, what: "no header field")
            }
            headers.append((String(match.1), String(match.2)))
            place += 1
        }
        try readBody(lines[place...])
        try requireStatus()
    }

    private mutating func readComment(_ text: String, at line: Int) throws(RestFile.Mistake) {
        if let match = text.wholeMatch(of: /# @name (\w+)/) {
            name = String(match.1)
        } else if let match = text.wholeMatch(of: /# expect (.*)/) {
            guard let expectation = RestExpectation(String(match.1)) else {
                throw RestFile.Mistake(line: line, what: "no expectation: \(match.1)")
            }
            expectations.append(expectation)
        } else if text.hasPrefix("# @") || text.hasPrefix("# expect") {
            throw RestFile.Mistake(line: line, what: "not known: \(text)")
        }
    }

    /// A comment may follow, and introduce the next request; editors would send it too.
    private mutating func readBody(_ lines: ArraySlice<String>) throws(RestFile.Mistake) {
        let text = lines.drop(while: \.isEmpty)
        let end = text.lastIndex { !$0.isEmpty && !$0.hasPrefix("# ") }
        guard let end else { return }
        body = text[...end].joined(separator: "\n")
    }

    /// A request of which nothing is expected would prove nothing.
    private func requireStatus() throws(RestFile.Mistake) {
        let statuses = expectations.filter { if case .status = $0 { true } else { false } }
        guard statuses.count == 1 else {
            throw RestFile.Mistake(line: line, what: "it must expect one status")
        }
    }
}

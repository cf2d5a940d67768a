import Wire

/// One way in which a request that was carried out is answered.
struct AnswerContract: Sendable {
    struct Content: Sendable {
        var type: String
        /// Not of a stream: OpenAPI has none for its parts before 3.2.
        var schema: JSONValue?
        var example: JSONValue?
    }

    let status: Int
    let about: String
    var contents: [Content]
    /// The bodies that the contents are made of.
    var bodies: [any Documented.Type] = []
    /// By name; see `OpenAPIDocument.headers`.
    var headers: [String] = []
    /// To what its body leads; see `OpenAPIDocument.links`.
    var links: [String] = []

    init(_ status: Int, _ about: String, _ contents: [Content] = []) {
        self.status = status
        self.about = about
        self.contents = contents
    }

    init<Body: Documented>(_ status: Int, _ body: Body.Type, _ about: String) {
        self.init(status, about)
        // A type whose example cannot be encoded fails the tests, with its name.
        let example = try? body.exampleJSON()
        contents = [Content(type: "application/json", schema: body.schema, example: example)]
        bodies = [body]
    }

    /// Lines or events, each with a JSON body.
    init<Body: Documented>(
        stream type: String, of body: Body.Type, _ about: String, example: String
    ) {
        self.init(200, about)
        contents = [Content(type: type, example: .string(example))]
        bodies = [body]
    }

    func or(_ other: AnswerContract) -> AnswerContract {
        var both = self
        both.contents += other.contents
        both.bodies += other.bodies
        return both
    }

    func with(headers: String..., links: [String] = []) -> AnswerContract {
        var copy = self
        copy.headers += headers
        copy.links += links
        return copy
    }
}

extension AnswerContract {
    static let noContent = AnswerContract(204, "Done.")

    static let accepted = AnswerContract(
        202, OperationReply.self, "Accepted: the operation is under way."
    ).with(headers: "Location", "Preference-Applied", links: OpenAPIDocument.operationLinks)

    static let ended = AnswerContract(
        200, OperationReply.self, "It has ended, however it ended: see its `state`."
    ).with(headers: "Location", "Preference-Applied", links: OpenAPIDocument.operationLinks)
}

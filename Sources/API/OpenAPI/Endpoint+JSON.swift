import Wire

extension Endpoint {
    func json() throws -> JSONValue {
        var json: JSONValue = [
            "operationId": .string(id), "summary": .string(summary), "tags": [.string(tag)],
            "parameters": .array(parameters.map(\.json)), "responses": responses,
        ]
        json["description"] = details.map { .string($0) }
        json["requestBody"] = try body?.json()
        if access == .anybody { json["security"] = [] }
        return json
    }

    private var responses: JSONValue {
        let answered = outcomes.map { ("\($0.status)", $0.json) }
        let refused = Dictionary(grouping: refusals, by: \.status)
            .map { ("\($0)", Self.problem($0, $1.sorted { $0.rawValue < $1.rawValue })) }
        return .object(Dictionary(answered + refused) { $1 })
    }

    /// One status, and the problems that have it.
    private static func problem(_ status: Int, _ kinds: [ProblemKind]) -> JSONValue {
        let schema = Problem.schema.merging([
            "properties": [
                "status": ["const": .integer(status)],
                "type": ["enum": JSONValue(texts: kinds.map(\.type))],
            ]
        ])
        return [
            "description": .string(
                kinds.map { "`\($0.type)`: \($0.about)" }.joined(separator: "\n\n")),
            "headers": AnswerContract.headers(OpenAPIDocument.headers(ofProblem: status)),
            "content": ["application/problem+json": ["schema": schema]],
        ]
    }
}

extension AnswerContract {
    var json: JSONValue {
        var json: JSONValue = [
            "description": .string(about), "headers": Self.headers(headers),
        ]
        if !contents.isEmpty {
            json["content"] = .object(Dictionary(contents.map { ($0.type, $0.json) }) { $1 })
        }
        if !links.isEmpty {
            json["links"] = .object(
                Dictionary(links.map { ($0, .reference("links", $0)) }) { $1 })
        }
        return json
    }

    static func headers(_ names: [String]) -> JSONValue {
        .object(
            Dictionary(
                (names + ["X-Request-Id"]).map { ($0, .reference("headers", $0)) }
            ) { $1 })
    }
}

extension AnswerContract.Content {
    fileprivate var json: JSONValue {
        var json: JSONValue = [:]
        json["schema"] = schema
        json["example"] = example
        return json
    }
}

import Wire

extension Problem: Documented {
    static let about = "Why a request was not carried out (RFC 9457)."

    static let notes: [String: Note] = [
        "type": Note("Stable, for programs.", ["anyOf": JSONValue.problemTypes]),
        "title": "The kind of problem, for people.",
        "status": Note("The status of the answer.", ["minimum": 400, "maximum": 599]),
        "detail": "What happened, to which thing, and what to do.",
        "instance": "The path that was asked for.",
        "requestId": "To be quoted when asking for help; the logs have it.",
        "field": "The field of the request that is wrong.",
        "expected": "What to type to confirm.",
        "operationId": "The operation that is in the way.",
        "operationKind": "What that operation does.",
        "retryAfter": .count("After how many seconds to try again.", from: 1),
        "report": "What there is now, where another report was confirmed.",
    ]

    static let example = Problem(
        type: ProblemKind.busy.type, title: "Another operation is under way", status: 409,
        detail: "The operation “restart” (\(Example.operation)) is not done. Wait for its end.",
        instance: "/api/v1/subscriptions/\(Example.instance)/stop", requestId: "7f3a9c",
        field: "confirm", expected: Example.instance, operationId: Example.operation,
        operationKind: "restart", retryAfter: 5, report: .example)
}

extension JSONValue {
    /// The list that stays.
    fileprivate static let problemTypes: JSONValue = .array(
        ProblemKind.allCases.map { kind in
            [
                "const": .string(kind.type), "title": "\(kind.status)",
                "description": .string(kind.about),
            ]
        } + [["const": "about:blank", "description": "Nothing but what the status says."]])
}

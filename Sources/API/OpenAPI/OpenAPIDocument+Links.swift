import Wire

extension OpenAPIDocument {
    /// What an operation leads to.
    static let operationLinks = ["operation", "story", "subscription", "instance"]

    /// Where an answer's body names what can be asked next.
    static let links: JSONValue = [
        "operation": link("showOperation", "/id"),
        "story": link("followOperation", "/id"),
        "subscription": link("showSubscription", "/subscriptionId"),
        "instance": link("showInstance", "/subscriptionId"),
        "user": link("showUser", "/user/id"),
        "token": link("revokeToken", "/id"),
    ]

    private static func link(_ operation: String, _ pointer: String) -> JSONValue {
        [
            "operationId": .string(operation),
            "parameters": ["id": .string("$response.body#\(pointer)")],
        ]
    }
}

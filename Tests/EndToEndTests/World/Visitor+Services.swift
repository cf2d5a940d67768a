import Testing
import Wire

/// What customers do with their services; `id` is the subscription's.
extension Visitor {
    static let isso = SubscriptionBody(service: "isso", variant: "Free")

    /// A comment server that runs.
    func subscribed(to body: SubscriptionBody = isso) async throws -> SubscriptionReply {
        let begun: OperationReply = try await send(.POST, "subscriptions", json: body).read()
        try await succeeded(begun.id)
        return try await subscription(begun.subscriptionId)
    }

    func subscription(_ id: String) async throws -> SubscriptionReply {
        try await get("subscriptions/\(id)")
    }

    /// Does something to a service, and waits until it has come true.
    @discardableResult
    func order(
        _ verb: Verb, _ id: String, confirm: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> SubscriptionReply {
        let body = confirm.map { ConfirmBody(confirm: $0) } ?? ConfirmBody()
        let begun: OperationReply = try await send(
            .POST, "subscriptions/\(id)/\(verb.rawValue)", json: body
        ).read()
        try await succeeded(begun.id, sourceLocation: sourceLocation)
        return try await subscription(id)
    }

    func operation(_ id: String) async throws -> OperationReply {
        try await get("operations/\(id)")
    }

    /// Waits for the end of an operation, which must be a good one.
    func succeeded(
        _ operation: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let ended = try await ended(operation, sourceLocation: sourceLocation)
        #expect(
            ended.state == "succeeded", "\(ended.kind): \(ended.message ?? "")",
            sourceLocation: sourceLocation)
    }

    func ended(
        _ operation: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> OperationReply {
        try await eventually("The operation does not end.", sourceLocation: sourceLocation) {
            let reply = try await self.operation(operation)
            return ["succeeded", "failed"].contains(reply.state) ? reply : nil
        }
    }

    /// Waits until a service is in a status, and answers it as it then is.
    func subscription(
        _ id: String, in status: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> SubscriptionReply {
        try await eventually("It does not become \(status).", sourceLocation: sourceLocation) {
            let reply = try await subscription(id)
            return reply.instance.status == status ? reply : nil
        }
    }

    /// Newest first.
    func events(_ id: String) async throws -> [EventReply] {
        try await get("subscriptions/\(id)/events", as: PageReply<EventReply>.self).items
    }
}

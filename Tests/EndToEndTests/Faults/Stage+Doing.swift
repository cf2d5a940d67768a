import Foundation
import Testing
import Wire

extension Stage {
    /// Asks for a deed. The same key asks for the same one, however often it is sent.
    func ask(_ deed: Deed, key: String) async throws -> OperationReply {
        let headers = ["Idempotency-Key": key]
        let place = "subscriptions/\(subject.id)"
        func verb(_ name: String, _ body: ConfirmBody = ConfirmBody()) async throws -> Reply {
            try await customer.send(.POST, "\(place)/\(name)", json: body, headers)
        }
        let name = subject.instance.name
        let reply =
            switch deed {
            case .subscribe:
                try await customer.send(.POST, "subscriptions", json: Visitor.isso, headers)
            case .restart: try await verb("restart-pod")
            case .stop, .start, .cancel, .resubscribe: try await verb(deed.rawValue)
            case .reset: try await verb("reset-pod", ConfirmBody(confirm: name))
            case .undo: try await verb("undo-reset")
            case .change:
                try await customer.send(
                    .POST, "\(place)/change-variant", json: VariantBody(variant: other), headers)
            case .delete:
                try await admin.send(
                    .POST, "admin/pods/\(subject.id)/action",
                    json: ActionBody(action: "delete", confirm: name), headers)
            }
        return try reply.read()
    }

    /// The variant that it does not have.
    private var other: String { subject.variant == "Free" ? "Basic" : "Free" }

    /// Does one, and waits until it has come true.
    mutating func `do`(_ deed: Deed) async throws {
        let begun = try await ask(deed, key: UUID().uuidString)
        subject = try await customer.subscription(begun.subscriptionId)
        try await settle(deed, begun)
    }

    /// Waits until a deed has come true, and all is accounted for.
    mutating func settle(_ deed: Deed, _ begun: OperationReply? = nil) async throws {
        if let begun {
            let end = try await eventually("\(deed) does not end.", within: Self.patience) {
                let seen = try await customer.operation(begun.id)
                return seen.endedAt == nil ? nil : seen
            }
            #expect(end.state == "succeeded", "\(deed): \(end.message ?? "")")
        }
        subject = try await eventually(
            "It does not become \(deed.status).", within: Self.patience
        ) {
            let seen = try await customer.subscription(subject.id)
            return seen.instance.status == deed.status ? seen : nil
        }
    }

    /// With faults, things take their time.
    static let patience = Duration.seconds(240)

    /// Kills the server at one of its requests in the course of a deed, starts it again, and waits
    /// until the deed has come true.
    ///
    /// - Returns: Whether there was such a request.
    mutating func interrupt(_ deed: Deed, at number: Int, _ side: Strike.Side) async throws -> Bool
    {
        let strike = Strike(at: number, side) { [run = server.run] in await run.kill() }
        let key = UUID().uuidString
        proxy.follow(strike.fault)
        let begun = try await askOfMortal(deed, key: key)
        try await awaitFall(of: deed, begun)
        proxy.follow(nil)
        if strike.hasFallen {
            await server.run.kill()
            try await comeBack()
        }
        let known = if let begun { begun } else { try await ask(deed, key: key) }
        subject = try await customer.subscription(known.subscriptionId)
        try await settle(deed, known)
        try await expectAccounted("\(deed), killed at request \(number) \(side.rawValue)")
        return strike.hasFallen
    }

    /// - Returns: `nil` where it was killed before it could answer.
    private func askOfMortal(_ deed: Deed, key: String) async throws -> OperationReply? {
        do {
            return try await ask(deed, key: key)
        } catch let error as Reply.Unreadable {
            throw error
        } catch {
            return nil
        }
    }

    /// Waits until the server was killed, or the deed is done without that.
    private func awaitFall(of deed: Deed, _ begun: OperationReply?) async throws {
        _ = try await eventually("\(deed) does not end.", within: Self.patience) {
            if server.run.ending.hasCome { return true }
            guard let begun, let seen = try? await customer.operation(begun.id),
                seen.endedAt != nil
            else { return nil }
            guard isHasty else { return true }
            let service = try? await customer.subscription(begun.subscriptionId)
            return service?.instance.volumes.contains { $0.state == "retired" } == false
                ? true : nil
        }
    }
}

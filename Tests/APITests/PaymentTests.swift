import Domain
import Testing
import Wire

/// What a payment system tells is believed once, and only when it is signed.
struct PaymentTests {
    private static let path = "/api/v1/webhooks/payments"

    private func with(
        _ body: @Sendable (World, Client, SubscriptionReply) async throws -> Void
    ) async throws {
        var world = try await World()
        world.isSignedPayment = { _, _, signature, _ in signature == "right" }
        let ann = try await world.login("ann")
        let made = world
        try await made.test { client in
            let operation = try await client.with(ann).subscribe()
            try await made.end(operation.id)
            let reply = try await client.with(ann)
                .get("/api/v1/subscriptions/\(operation.subscriptionId)")
                .decoded(SubscriptionReply.self)
            try await body(made, client.with(ann), reply)
        }
    }

    private func tell(
        _ client: Client, _ id: String, _ type: String, _ subscription: String,
        paidUntil: String? = nil, signature: String = "right"
    ) async throws -> Answer {
        let until = paidUntil.map { #","paidUntil":"\#($0)""# } ?? ""
        return try await client.with(nil).post(
            Self.path, #"{"type":"\#(type)","subscription":"\#(subscription)"\#(until)}"#,
            [
                "webhook-id": id, "webhook-timestamp": "1767225600",
                "webhook-signature": signature,
            ])
    }

    @Test func aRenewalIsTakenOnceAndAnEndEndsOnce() async throws {
        try await with { world, ann, made in
            let path = "/api/v1/subscriptions/\(made.id)"
            let until = "2026-02-01T00:00:00.000Z"
            for _ in 1...2 {
                let answer = try await tell(
                    ann, "e1", "subscription.renewed", made.id, paidUntil: until)
                #expect(answer.status == 204)
            }
            let renewed = try await ann.get(path).decoded(SubscriptionReply.self)
            #expect(renewed.paidUntil == until)
            let other = try await tell(ann, "e1", "subscription.ended", made.id)
            #expect(try other.problem.type == "/problems/idempotency-mismatch")
            for id in ["e2", "e3"] {
                #expect(try await tell(ann, id, "subscription.ended", made.id).status == 204)
            }
            let ended = try await ann.get(path).decoded(SubscriptionReply.self)
            #expect(ended.status == "EXPIRED")
            try await world.end(#require(ended.operation).id)
            let back = try await tell(
                ann, "e4", "subscription.renewed", made.id, paidUntil: until)
            #expect(back.status == 204)
            let active = try await ann.get(path).decoded(SubscriptionReply.self)
            #expect(active.status == "ACTIVE" && active.paidUntil == until)
            let actions = try await world.store.read { try $0.audit(before: nil, limit: 100) }
                .map(\.action)
            #expect(actions.count { $0 == "payment.take" } == 4)
            #expect(actions.count { $0 == "instance.expire" } == 1)
        }
    }

    @Test func aForgedMessageIsRefusedAndWrittenDown() async throws {
        try await with { world, ann, made in
            let forged = try await tell(
                ann, "e1", "subscription.ended", made.id, signature: "wrong")
            #expect(try forged.problem.type == "/problems/unauthenticated")
            let reply = try await ann.get("/api/v1/subscriptions/\(made.id)")
                .decoded(SubscriptionReply.self)
            #expect(reply.status == "ACTIVE")
            let rows = try await world.store.read { try $0.audit(before: nil, limit: 5) }
            #expect(rows.first?.action == "payment.refuse" && rows.first?.subjectID == "e1")
        }
    }

    /// Each leaves a row; whoever goes on must wait, and keeps nobody else out.
    @Test func forgedMessagesDoNotFillTheDisk() async throws {
        try await with { world, ann, made in
            func forge() async throws -> Answer {
                try await tell(ann, "e1", "subscription.ended", made.id, signature: "wrong")
            }
            for _ in 1...50 { #expect(try await forge().status == 401) }
            for _ in 1...3 {
                let refused = try await forge()
                #expect(refused.status == 429 && refused.headers[.retryAfter] != nil)
            }
            let actions = try await world.store.read { try $0.audit(before: nil, limit: 200) }
                .map(\.action)
            #expect(actions.count { $0 == "payment.refuse" } == 50)
            #expect(actions.count { $0 == "payment.limit" } == 1)
            let signed = try await tell(ann, "e2", "subscription.ended", made.id)
            #expect(signed.status == 204)
            let login = try await ann.post(
                "/api/v1/auth/login",
                #"{"email":"ann@example.org","password":"\#(World.password)"}"#)
            #expect(login.status == 200)
        }
    }

    @Test func whatIsNotKnownIsNamed() async throws {
        try await with { _, ann, made in
            let unknown = try await tell(ann, "e1", "subscription.ended", "nobody").problem
            #expect(unknown.status == 404)
            let type = try await tell(ann, "e1", "invoice.paid", made.id).problem
            #expect(type.status == 422 && type.field == "type")
            let bare = try await tell(ann, "e1", "subscription.renewed", made.id).problem
            #expect(bare.status == 422 && bare.field == "paidUntil")
            let past = try await tell(
                ann, "e1", "subscription.renewed", made.id, paidUntil: "2020-01-01T00:00:00Z"
            ).problem
            #expect(past.status == 422)
        }
    }

    @Test func withoutASecretNobodyIsBelieved() async throws {
        let world = try await World()
        try await world.test { client in
            let answer = try await client.post(
                Self.path, #"{"type":"subscription.ended","subscription":"x"}"#)
            #expect(answer.status == 503)
        }
    }
}

import Domain
import Testing
import Wire

/// Subscriptions end, come back, and are given up, by their owner and by admins.
struct EndingTests {
    /// A customer's service that is made, asked about by the customer and by an admin.
    private func with(
        _ body:
            @Sendable (World, _ ann: Client, _ eve: Client, OperationReply) async throws ->
            Void
    ) async throws {
        let world = try await World()
        let (ann, eve) = (
            try await world.login("ann"), try await world.login("eve", role: .admin)
        )
        try await world.test { client in
            let made = try await client.with(ann).subscribe()
            try await world.end(made.id)
            try await body(world, client.with(ann), client.with(eve), made)
        }
    }

    @Test func anEndingIsShownAndTakenBack() async throws {
        try await with { world, ann, _, made in
            let path = "/api/v1/subscriptions/\(made.instance)"
            let early = try await ann.post("\(path)/resubscribe").problem
            #expect(early.status == 409 && early.detail?.contains("has not ended") == true)
            let cancel = try await ann.post("\(path)/cancel").decoded(OperationReply.self)
            #expect(cancel.kind == "cancel")
            try await world.end(cancel.id)
            let ended = try await ann.get(path).decoded(SubscriptionReply.self)
            #expect(ended.status == "CANCELLED" && ended.instance.wish == "STOPPED")
            #expect(ended.endedAt == "2026-01-01T00:00:00.000Z")
            #expect(ended.graceEndsAt == "2026-03-02T00:00:00.000Z")
            let refused = try await ann.post("\(path)/start").problem
            #expect(refused.status == 409 && refused.detail?.contains("Resubscribe") == true)
            let back = try await ann.post("\(path)/resubscribe").decoded(OperationReply.self)
            try await world.end(back.id)
            let active = try await ann.get(path).decoded(SubscriptionReply.self)
            #expect(active.status == "ACTIVE" && active.graceEndsAt == nil)
        }
    }

    @Test func aDeletionIsConfirmedComesAfterTheEndAndCanBeTakenBack() async throws {
        try await with { world, ann, _, made in
            let path = "/api/v1/subscriptions/\(made.instance)"
            let confirm = #"{"confirm":"\#(made.instance)"}"#
            let unsaid = try await ann.post("\(path)/delete").problem
            #expect(unsaid.type == "/problems/confirmation" && unsaid.expected == made.instance)
            let early = try await ann.post("\(path)/delete", confirm).problem
            #expect(early.status == 409 && early.detail?.contains("Cancel") == true)
            for (verb, body) in [("cancel", nil), ("delete", confirm), ("undo-delete", nil)] {
                let done = try await ann.post("\(path)/\(verb)", body)
                #expect(done.status == 202, "\(verb)")
                try await world.end(done.decoded(OperationReply.self).id)
            }
            let kept = try await ann.get(path).decoded(SubscriptionReply.self)
            #expect(
                kept.status == "CANCELLED" && kept.instance.volumes.map(\.state) == ["attached"])
        }
    }

    @Test func anAdminActsAndTheOwnerIsTold() async throws {
        try await with { world, ann, eve, made in
            let path = "/api/v1/admin/pods/\(made.instance)"
            let unknown = try await eve.post("\(path)/action", #"{"action":"explode"}"#).problem
            #expect(unknown.status == 422)
            #expect(unknown.detail?.contains("restart, stop, start") == true)
            let confirm = #""confirm":"\#(made.instance)""#
            let reset = try await eve.post("\(path)/reset", "{\(confirm)}")
            try await world.end(reset.decoded(OperationReply.self).id)
            let delete = try await eve.post("\(path)/action", #"{"action":"delete",\#(confirm)}"#)
            try await world.end(delete.decoded(OperationReply.self).id)
            let seen = try await ann.get("/api/v1/subscriptions/\(made.instance)")
                .decoded(SubscriptionReply.self)
            #expect(seen.status == "CANCELLED" && seen.instance.wish == "ERASED")
            let back = try await ann.post("/api/v1/subscriptions/\(made.instance)/resubscribe")
            #expect(try back.problem.detail?.contains("An admin has deleted") == true)
            let notices = try await world.store.read { try $0.notices(in: nil, Page()) }
            #expect(
                Set(notices.map(\.kind)) == [
                    .instanceReset, .instanceDeleted, .subscriptionEnded,
                ])
            #expect(notices.allSatisfy { $0.recipient == "ann@example.org" })
            #expect(notices.flatMap(\.missingValues) == [])
            let undo = try await eve.post("\(path)/action", #"{"action":"undo-delete"}"#)
            #expect(undo.status == 202)
        }
    }

    @Test func anAdminSubscribesACustomerAndRenews() async throws {
        try await with { world, ann, eve, _ in
            let user = try await ann.get("/api/v1/me").decoded(UserReply.self)
            let paid = "2026-02-01T00:00:00.000Z"
            let made = try await eve.post(
                "/api/v1/admin/subscriptions",
                #"""
                {"customer":"\#(user.id)","service":"notes","variant":"Basic",
                "paidUntil":"\#(paid)"}
                """#)
            #expect(made.status == 202)
            let id = try made.decoded(OperationReply.self).subscriptionId
            let path = "/api/v1/admin/subscriptions/\(id)/renew"
            let past = try await eve.post(path, #"{"paidUntil":"2025-01-01T00:00:00Z"}"#).problem
            #expect(past.status == 422 && past.field == "paidUntil")
            let longer = "2026-03-01T00:00:00.000Z"
            let renewed = try await eve.post(path, #"{"paidUntil":"\#(longer)"}"#)
                .decoded(SubscriptionReply.self)
            #expect(renewed.paidUntil == longer && renewed.customerId == user.id)
            let endless = try await eve.post(path).decoded(SubscriptionReply.self)
            #expect(endless.paidUntil == nil)
            let nobody = try await eve.post(
                "/api/v1/admin/subscriptions",
                #"{"customer":"nobody","service":"notes","variant":"Basic"}"#
            ).problem
            #expect(nobody.status == 404)
        }
    }
}

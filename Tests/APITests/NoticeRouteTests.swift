import Domain
import Testing
import Wire

struct NoticeRouteTests {
    @Test func aTestIsWrittenSeenAndSentAgain() async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let client = client.with(admin)
            let answer = try await client.post("/api/v1/admin/notices/test", "{}")
            #expect(answer.status == 202)
            let made = try answer.decoded(NoticeReply.self)
            #expect(made.recipient == "eve@example.org")
            #expect(made.state == "pending")
            #expect(made.nextTryAt == world.clock.now().description)
            try await world.giveUp(made.id)
            let dead = try await client.get("/api/v1/admin/notices?state=dead")
                .decoded(PageReply<NoticeReply>.self)
            #expect(dead.items.map(\.id) == [made.id])
            #expect(dead.items[0].trouble == "550 no such user")
            #expect(dead.items[0].nextTryAt == nil)
            let again = try await client.post("/api/v1/admin/notices/\(made.id)/retry", "")
            #expect(again.status == 202)
            #expect(try again.decoded(NoticeReply.self).state == "pending")
            let none = try await client.get("/api/v1/admin/notices?state=dead")
                .decoded(PageReply<NoticeReply>.self)
            #expect(none.items == [])
        }
    }

    @Test func listsComeByPieces() async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let client = client.with(admin)
            for _ in 1...3 { _ = try await client.post("/api/v1/admin/notices/test", "{}") }
            let first = try await client.get("/api/v1/admin/notices?limit=2")
                .decoded(PageReply<NoticeReply>.self)
            let next = try #require(first.next)
            let rest = try await client.get("/api/v1/admin/notices?limit=2&after=\(next)")
                .decoded(PageReply<NoticeReply>.self)
            #expect(first.items.count == 2)
            #expect(rest.items.count == 1)
            #expect(rest.next == nil)
        }
    }

    @Test func whatMakesNoSenseIsRefused() async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let client = client.with(admin)
            let state = try await client.get("/api/v1/admin/notices?state=lost").problem
            #expect(state.status == 422)
            #expect(state.field == "state")
            let unknown = try await client.post("/api/v1/admin/notices/nothing/retry", "{}")
            #expect(try unknown.problem.status == 404)
            let made = try await client.post("/api/v1/admin/notices/test", "{}")
                .decoded(NoticeReply.self)
            try await world.deliver(made.id)
            let again = try await client.post("/api/v1/admin/notices/\(made.id)/retry", "{}")
            #expect(try again.problem.status == 409)
        }
    }
}

extension World {
    fileprivate func giveUp(_ id: String) async throws {
        try await end(notice: id, as: .dead, "550 no such user")
    }

    fileprivate func deliver(_ id: String) async throws {
        try await end(notice: id, as: .delivered, nil)
    }

    private func end(
        notice id: String, as state: Notice.State, _ trouble: String?
    ) async throws {
        try await store.write { rows in
            guard var notice = try rows.notice(NoticeID(id)) else { return }
            notice.state = state
            notice.endedAt = rows.now
            notice.trouble = trouble
            try rows.update(notice)
        }
    }
}

import RealWorld
import TestSupport
import Testing
import Wire

/// Customers see what is theirs, and nothing of anybody else.
@Suite(.needsDocker, .needsIsso, .inInstall(within: .seconds(600)))
struct CustomersTests {
    @Test func twoCustomersKnowNothingOfEachOther() async throws {
        try await Install.with { install in
            let server = try await install.serve()
            let first = try await install.customer(of: server)
            let second = try await other(install, server)
            async let one = first.subscribed()
            async let two = second.subscribed()
            let (mine, theirs) = try await (one, two)
            let (here, there) = try (#require(mine.instance.url), #require(theirs.instance.url))
            try await Isso.post("mine", to: here)
            try await Isso.post("theirs", to: there)
            #expect(try await Isso.comments(at: here) == ["mine"])
            #expect(try await Isso.comments(at: there) == ["theirs"])

            for id in [mine.id, mine.instance.name] { try await expectHidden(id, from: second) }
            let list: PageReply<SubscriptionReply> = try await second.get("subscriptions")
            #expect(list.items.map(\.id) == [theirs.id])
            let operations: PageReply<OperationReply> = try await first.get("operations")
            let operation = try #require(operations.items.first?.id)
            #expect(try await second.send(.GET, "operations/\(operation)").status == 404)
            let seen = try await first.subscription(mine.id)
            #expect(seen.instance.status == "RUNNING")
            #expect(seen.instance.generation == 1)
            try await install.expectAccounted([seen, theirs])
        }
    }

    /// A customer whom the admin has made.
    private func other(_ install: Install, _ server: Server) async throws -> Visitor {
        let password = "a long enough password"
        let body = UserBody(
            email: "eve@example.org", name: "Eve", role: "customer", password: password)
        let admin = try await install.admin(of: server)
        let reply = try await admin.send(.POST, "admin/users", json: body)
        try #require(reply.status == 201, "\(reply.text)")
        let first = try await server.visitor.loggedIn(email: body.email, password: password)
        let user: UserReply = try await first.get("me")
        guard user.mustChangePassword else { return first }
        let change = PasswordBody(currentPassword: password, newPassword: "\(password), changed")
        let changed = try await first.send(.PUT, "me/password", json: change)
        try #require(changed.status == 204, "\(changed.text)")
        return try await server.visitor.loggedIn(
            email: body.email, password: change.newPassword)
    }

    /// Not forbidden: unknown.
    private func expectHidden(_ id: String, from stranger: Visitor) async throws {
        for path in ["", "/instance", "/events", "/logs"] {
            let reply = try await stranger.send(.GET, "subscriptions/\(id)\(path)")
            #expect(reply.status == 404, "\(path)")
        }
        for verb in Verb.allCases where verb != .create {
            let body = verb == .reset ? #"{"confirm":"\#(id)"}"# : "{}"
            let reply = try await stranger.send(
                .POST, "subscriptions/\(id)/\(verb.rawValue)", body)
            #expect(reply.status == 404, "\(verb)")
            #expect(try reply.read(Problem.self).type == "/problems/not-found")
        }
    }
}

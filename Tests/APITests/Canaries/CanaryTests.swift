import Domain
import Testing
import Wire

/// Passwords, tokens and services' secrets appear nowhere but where they are kept and to whom they
/// are given.
struct CanaryTests {
    @Test func nothingThatIsSecretIsFoundAnywhere() async throws {
        let world = try await World()
        let cage = Cage()
        cage.plant(Self.first, as: "the first password")
        _ = try await world.plane.seedUser(
            email: "eve@example.org", role: .admin, password: Self.first,
            mustChangePassword: false)
        try await world.test { client in
            let story = CanaryStory(world: world, cage: cage, client: client)
            let admin = try #require(try await story.logIn("eve@example.org", Self.first))
            let customer = try await accounts(story, admin.accessToken)
            try await mistakes(story, customer.accessToken)
            try await services(story, customer.accessToken)
            try await endings(story, customer, admin.accessToken)
            let again = try #require(try await story.logIn("eve@example.org", Self.first))
            try await story.gather(by: again.accessToken)
        }
        #expect(cage.names.count > 20, "\(cage.names)")
        #expect(cage.places.count > 20, "\(cage.places)")
        #expect(cage.found == [])
    }

    private static let first = "canary password 0"

    /// The search finds what is there.
    @Test func aCanaryThatIsThereIsFound() {
        let cage = Cage()
        cage.plant("a secret thing", as: "it")
        cage.search("…a secret thing…", in: "the open")
        #expect(cage.found == ["1: it in the open"])
    }

    private func accounts(_ story: CanaryStory, _ admin: String) async throws -> LoginReply {
        let (password, next) = ("canary password 1", "canary password 2")
        for (canary, name) in [(password, "a given password"), (next, "a chosen password")] {
            story.cage.plant(canary, as: name)
            story.cage.plant("quick:\(canary)", as: "the hash of \(name)")
        }
        try await story.ask(
            .post, "admin/users",
            #"{"email":"ann@example.org","name":"A","role":"customer","password":"\#(password)"}"#,
            by: admin)
        let made = try await story.ask(
            .post, "admin/users", #"{"email":"bob@example.org","name":"Bob","role":"customer"}"#,
            by: admin, giving: ["oneTimePassword"]
        ).decoded(NewUserReply.self)
        try await story.ask(
            .post, "admin/users/\(made.user.id)/reset-password", by: admin,
            giving: ["oneTimePassword"])
        try await story.ask(
            .patch, "admin/users/\(made.user.id)", #"{"role":"admin"}"#, by: admin)
        let first = try #require(try await story.logIn("ann@example.org", password))
        try await story.ask(
            .put, "me/password",
            #"{"currentPassword":"\#(password)","newPassword":"\#(next)"}"#,
            by: first.accessToken)
        return try #require(try await story.logIn("ann@example.org", next))
    }

    /// What people do with secrets, and programs.
    private func mistakes(_ story: CanaryStory, _ token: String) async throws {
        let canary = "canary of a mistake"
        story.cage.plant(canary, as: "what was sent wrongly")
        for (email, password) in [
            ("ann@example.org", canary), ("nobody@example.org", canary), (canary, "x"),
        ] {
            #expect(try await story.logIn(email, password) == nil)
        }
        for body in [
            #"{"email":"ann@example.org","password":"\#(canary)"#,
            #"{"email":"ann@example.org","password":{"is":"\#(canary)"}}"#,
            #"{"email":"ann@example.org","password":null,"refreshToken":"\#(canary)"}"#,
            #"["\#(canary)"]"#, #""\#(canary)""#,
        ] {
            try await story.ask(.post, "auth/login", body)
            try await story.ask(.post, "auth/refresh", body)
            try await story.ask(.put, "me/password", body, by: token)
            try await story.ask(.post, "me/tokens", body, by: token)
        }
        try await story.ask(
            .put, "me/password", #"{"currentPassword":"\#(canary)","newPassword":"\#(canary)!"}"#,
            by: token)
        try await story.ask(
            .put, "me/password", #"{"currentPassword":"x","newPassword":"\#(canary)"}"#,
            by: token)
        try await story.ask(.post, "auth/refresh", #"{"refreshToken":"\#(canary)"}"#)
        try await story.ask(.get, "me", by: "hft_canarycanarycanary")
        story.cage.plant("hft_canarycanarycanary", as: "a token that is none")
        story.cage.plant("hfr_canarycanarycanary", as: "a token in a path")
        try await story.ask(.delete, "me/tokens/hfr_canarycanarycanary", by: token)
        try await story.ask(.post, "subscriptions/hfr_canarycanarycanary/stop", by: token)
    }

    private func services(_ story: CanaryStory, _ token: String) async throws {
        try await story.ask(
            .post, "me/tokens", #"{"name":"ci","scope":"operate"}"#, by: token,
            giving: ["secret"])
        story.engine.world { $0.failures = [.failed("no room on the disk")] }
        let made = try await story.ask(.post, "subscriptions", Client.notes, by: token)
            .decoded(OperationReply.self)
        try await story.reconcile()
        let path = "subscriptions/\(made.instance)"
        for verb in ["restart-pod", "stop", "start"] {
            try await story.ask(.post, "\(path)/\(verb)", by: token)
            try await story.reconcile()
        }
        try await story.ask(.post, "\(path)/reset-pod", #"{"confirm":"no"}"#, by: token)
        try await story.ask(
            .post, "\(path)/reset-pod", #"{"confirm":"\#(made.instance)"}"#, by: token)
        try await story.reconcile()
        try await story.ask(.post, "\(path)/undo-reset", by: token)
        try await story.reconcile()
        try await story.ask(.post, "\(path)/change-variant", #"{"variant":"Plus"}"#, by: token)
        try await story.reconcile()
    }

    private func endings(
        _ story: CanaryStory, _ login: LoginReply, _ admin: String
    ) async throws {
        let body = #"{"refreshToken":"\#(login.refreshToken)"}"#
        try await story.ask(
            .post, "auth/refresh", body, giving: ["accessToken", "refreshToken"])
        try await story.ask(.post, "auth/refresh", body)
        try await story.ask(.get, "admin/users", by: login.accessToken)
        try await story.ask(.post, "auth/logout", body, by: login.accessToken)
        try await story.ask(
            .patch, "admin/users/\(login.user.id)", #"{"disabled":true}"#, by: admin)
        try await story.ask(.get, "me", by: login.accessToken)
    }
}

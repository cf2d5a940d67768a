import API
import Domain
import Hummingbird
import Testing
import Wire

/// No route without an expectation: the table is the router's own.
struct RouteTableTests {
    private static let open: Set<String> = [
        "GET /", "GET /health", "GET /api/v1", "GET /api/v1/openapi.json",
        "POST /api/v1/auth/login",
        "POST /api/v1/auth/refresh", "POST /api/v1/webhooks/payments",
    ]

    private func routes(of world: World) -> [(method: HTTPRequest.Method, path: String)] {
        world.router.mounted().routes.map { ($0.method, $0.path.description) }
    }

    private func filled(_ path: String) -> String {
        "/"
            + path.split(separator: "/").map { $0.hasPrefix(":") ? "x" : "\($0)" }
            .joined(separator: "/")
    }

    @Test func nothingIsForEverybodyButTheDoor() async throws {
        let world = try await World()
        let routes = routes(of: world)
        #expect(routes.count > 25)
        try await world.test { client in
            for (method, path) in routes {
                let answer = try await client.send(method, filled(path))
                let name = "\(method.rawValue) \(filled(path))"
                if Self.open.contains(name) {
                    #expect(answer.status != 401, "\(name)")
                } else {
                    #expect(try answer.problem.type == "/problems/unauthenticated", "\(name)")
                }
            }
        }
        let names = Set(routes.map { "\($0.method.rawValue) \(filled($0.path))" })
        #expect(names.isSuperset(of: Self.open))
    }

    @Test func adminRoutesExistForAllAndServeAdmins() async throws {
        let world = try await World()
        let (ann, eve) = (
            try await world.login("ann"), try await world.login("eve", role: .admin)
        )
        let routes = routes(of: world).filter { $0.path.hasPrefix("/api/v1/admin/") }
        #expect(routes.count >= 6)
        try await world.test { client in
            for (method, path) in routes {
                let refused = try await client.with(ann).send(method, filled(path))
                #expect(try refused.problem.type == "/problems/forbidden", "\(path)")
                let served = try await client.with(eve).send(method, filled(path))
                #expect(![401, 403].contains(served.status), "\(path)")
            }
        }
    }

    @Test func oneTimePasswordsOpenNothingElse() async throws {
        let world = try await World()
        let token = try await world.login(role: .admin, mustChangePassword: true)
        let allowed: Set<String> = [
            "GET /api/v1/me", "PUT /api/v1/me/password", "POST /api/v1/auth/logout",
        ]
        let routes = routes(of: world)
        try await world.test { client in
            for (method, path) in routes {
                let name = "\(method.rawValue) \(filled(path))"
                if Self.open.contains(name) { continue }
                let answer = try await client.with(token).send(method, filled(path))
                let type = "/problems/password-change-required"
                #expect(
                    ((try? answer.problem.type) != type) == allowed.contains(name), "\(name)")
            }
        }
    }

    @Test func readTokensOnlyRead() async throws {
        let world = try await World()
        let login = try await world.login(role: .admin)
        let routes = routes(of: world)
        try await world.test { client in
            let made = try await client.with(login).post(
                "/api/v1/me/tokens", #"{"name":"r","scope":"read"}"#)
            let reader = try client.with(made.decoded(TokenReply.self).secret)
            for (method, path) in routes where method != .get {
                let name = "\(method.rawValue) \(filled(path))"
                if Self.open.contains(name) { continue }
                let answer = try await reader.send(method, filled(path))
                #expect(try answer.problem.type == "/problems/forbidden", "\(name)")
            }
        }
    }
}

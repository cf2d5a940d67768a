import API
import Domain
import Testing
import Wire

/// Who guesses too often is told how long to wait.
struct TooManyTests {
    @Test func loginsThatFailTooOftenMustWait() async throws {
        let world = try await World()
        _ = try await world.user()
        try await world.test { client in
            let wrong = #"{"email":"ann@example.org","password":"wrong"}"#
            let right = #"{"email":"ann@example.org","password":"\#(World.password)"}"#
            for _ in 1...10 {
                #expect(try await client.post("/api/v1/auth/login", wrong).problem.status == 401)
            }
            let refused = try await client.post("/api/v1/auth/login", right)
            let problem = try refused.problem
            #expect(problem.type == "/problems/too-many" && problem.status == 429)
            #expect(problem.retryAfter == 30)
            let name = try #require(HTTPName("Retry-After"))
            #expect(refused.headers[name] == "30")
            world.clock.advance(by: .seconds(30))
            #expect(try await client.post("/api/v1/auth/login", right).status == 200)
        }
    }
}

import API
import Domain
import FoundationEssentials
import JWTKit
import TestSupport
import Testing
import Wire

struct AuthenticationTests {
    @Test func aTokenFromAClockThatWasAheadIsNotGoodUntilThen() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let ahead = try await client.with(token).get("/api/v1/me")
            #expect(ahead.status == 200)
            world.clock.advance(by: .seconds(-3600))
            let problem = try await client.with(token).get("/api/v1/me").problem
            #expect(problem.status == 401)
        }
    }

    @Test func aPasswordGivesTokensAndARefreshTheNext() async throws {
        let world = try await World()
        _ = try await world.user()
        try await world.test { client in
            let body = #"{"email":"Ann@example.org","password":"\#(World.password)"}"#
            let answer = try await client.post("/api/v1/auth/login", body)
            let first = try answer.decoded(LoginReply.self)
            #expect(first.tokenType == "Bearer")
            #expect(first.expiresIn == 900)
            #expect(first.user.email == "ann@example.org")
            let me = try await client.with(first.accessToken).get("/api/v1/me")
            #expect(try me.decoded(UserReply.self) == first.user)

            let old = #"{"refreshToken":"\#(first.refreshToken)"}"#
            let second = try await client.post("/api/v1/auth/refresh", old)
                .decoded(LoginReply.self)
            #expect(second.refreshToken != first.refreshToken)
            #expect(try await client.post("/api/v1/auth/refresh", old).problem.status == 401)

            let last = #"{"refreshToken":"\#(second.refreshToken)"}"#
            let logout = try await client.with(second.accessToken)
                .post("/api/v1/auth/logout", last)
            #expect(logout.status == 204)
            #expect(try await client.post("/api/v1/auth/refresh", last).problem.status == 401)
        }
    }

    @Test func wrongPasswordsAndUnknownNamesAreToldTheSame() async throws {
        let world = try await World()
        _ = try await world.user()
        try await world.test { client in
            var details: Set<String?> = []
            for email in ["ann@example.org", "nobody@example.org"] {
                let body = #"{"email":"\#(email)","password":"wrong wrong"}"#
                let answer = try await client.post("/api/v1/auth/login", body)
                #expect(answer.headers[.wwwAuthenticate] == "Bearer")
                let problem = try answer.problem
                #expect(problem.type == "/problems/unauthenticated")
                details.insert(problem.detail)
            }
            #expect(details.count == 1)
        }
    }

    @Test(arguments: [
        "", "Bearer", "Bearer ", "Basic YW5uOnB3", "Bearer a b", "Bearer x.y.z",
        "Bearer hft_unknown", "Bearer hfr_unknown",
    ])
    func whatIsNoTokenIsRefused(authorization: String) async throws {
        let world = try await World()
        try await world.test { client in
            let answer = try await client.get(
                "/api/v1/me", ["Authorization": authorization])
            #expect(try answer.problem.status == 401)
            #expect(answer.headers[.wwwAuthenticate] == "Bearer")
        }
    }

    @Test func accessTokensEndAfterFifteenMinutes() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            world.clock.advance(by: .seconds(15 * 60) - .milliseconds(1))
            #expect(try await client.get("/api/v1/me").status == 200)
            world.clock.advance(by: .milliseconds(1))
            let problem = try await client.get("/api/v1/me").problem
            #expect(problem.status == 401)
            #expect(problem.detail?.contains("expired") == true)
        }
    }

    @Test func tokensThatAreNotOursAreRefused() async throws {
        let world = try await World()
        let user = try await world.user()
        let good = try await world.tokens.token(for: user)
        let parts = good.split(separator: ".").map(String.init)
        let claims = AccessClaims(
            sub: user.id.rawValue, role: "admin", exp: .max / 1000, iat: 0, jti: "x")
        let payload = try JSONEncoder().encode(claims).base64URL
        let none = Data(#"{"alg":"none","typ":"JWT"}"#.utf8).base64URL
        let other = await JWTKeyCollection()
            .add(hmac: "another key of thirty-two bytes!", digestAlgorithm: .sha256)
        let forged = [
            "\(parts[0]).\(payload).\(parts[2])", "\(none).\(payload).", "\(none).\(payload).x",
            "\(none).\(parts[1]).\(parts[2])", "\(parts[0]).\(parts[1]).", "\(parts[0])..",
            try await other.sign(claims),
        ]
        try await world.test { client in
            let welcome = try await client.with(good).get("/api/v1/me")
            #expect(welcome.status == 200)
            for token in forged {
                let answer = try await client.with(token).get("/api/v1/me")
                #expect(try answer.problem.status == 401, "\(token)")
            }
        }
    }

    @Test func aSignedTokenOfAnotherAlgorithmIsRefused() async throws {
        let world = try await World()
        let user = try await world.user()
        let key = AccessTokens.newKey(from: SystemBytes())
        let tokens = try await AccessTokens(
            key: key, clock: world.clock, randomness: SystemBytes())
        let bytes = try #require(Data(base64Encoded: key))
        let wider = await JWTKeyCollection()
            .add(hmac: HMACKey(from: bytes + bytes), digestAlgorithm: .sha512)
        let narrow = await JWTKeyCollection()
            .add(hmac: HMACKey(from: bytes), digestAlgorithm: .sha256)
        let claims = AccessClaims(
            sub: user.id.rawValue, role: "customer", exp: .max / 1000, iat: 0, jti: "x")
        #expect(try await tokens.user(of: narrow.sign(claims)) == user.id)
        let none = try await narrow.sign(claims, header: ["alg": "none"])
        for token in [none, try await wider.sign(claims)] {
            await #expect(throws: Refusal.self) { try await tokens.user(of: token) }
        }
    }

    @Test func aDamagedKeyIsRefusedAtTheStart() async throws {
        for key in ["", "not base 64", Data("too short".utf8).base64EncodedString()] {
            await #expect(throws: AccessTokenKeyError.self) {
                try await AccessTokens(
                    key: key, clock: ManualClock(), randomness: SystemBytes())
            }
        }
    }

    @Test func disablingShutsOutAtOnce() async throws {
        let world = try await World()
        let user = try await world.user()
        let token = try await world.tokens.token(for: user)
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let made = try await client.with(token).post(
                "/api/v1/me/tokens", #"{"name":"ci","scope":"operate"}"#)
            let secret = try #require(try made.decoded(TokenReply.self).secret)
            let path = "/api/v1/admin/users/\(user.id)"
            let changed = try await client.with(admin)
                .send(.patch, path, [:], #"{"disabled":true}"#)
            #expect(try changed.decoded(UserReply.self).disabledAt != nil)
            for credential in [token, secret] {
                let problem = try await client.with(credential).get("/api/v1/me").problem
                #expect(problem.status == 401)
            }
            let again = try await client.with(admin)
                .send(.patch, path, [:], #"{"disabled":false}"#)
            #expect(try again.decoded(UserReply.self).disabledAt == nil)
            #expect(try await client.with(token).get("/api/v1/me").status == 200)
        }
    }

    @Test func aOneTimePasswordIsGoodForItsReplacementOnly() async throws {
        let world = try await World()
        let token = try await world.login(role: .admin, mustChangePassword: true)
        try await world.test { client in
            let client = client.with(token)
            #expect(try await client.get("/api/v1/me").status == 200)
            for path in ["me/tokens", "services", "subscriptions", "admin/users"] {
                let problem = try await client.get("/api/v1/\(path)").problem
                #expect(problem.status == 403)
                #expect(problem.type == "/problems/password-change-required")
            }
            let out = try await client.post("/api/v1/auth/logout", #"{"refreshToken":"x"}"#)
            #expect(out.status == 204)
            let body =
                #"{"currentPassword":"\#(World.password)","newPassword":"battery staple"}"#
            #expect(try await client.send(.put, "/api/v1/me/password", [:], body).status == 204)
            #expect(try await client.get("/api/v1/services").status == 200)
        }
    }
}

extension Data {
    /// RFC 4648, section 5, without padding.
    fileprivate var base64URL: String {
        String(
            base64EncodedString().compactMap { character in
                switch character {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: character
                }
            })
    }
}

import Domain
import Testing
import Wire

struct UserTests {
    @Test func anAccountBeginsWithAOneTimePassword() async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let answer = try await client.with(admin).post(
                "/api/v1/admin/users",
                #"{"email":"Bob@example.org","name":"Bob","role":"customer"}"#)
            #expect(answer.status == 201)
            let made = try answer.decoded(NewUserReply.self)
            let location = try #require(answer.headers[.location])
            #expect(location == "/api/v1/admin/users/\(made.user.id)")
            #expect(made.user.email == "bob@example.org")
            #expect(made.user.mustChangePassword)
            let password = try #require(made.oneTimePassword)
            let login = try await client.post(
                "/api/v1/auth/login", #"{"email":"bob@example.org","password":"\#(password)"}"#
            ).decoded(LoginReply.self)
            #expect(login.user == made.user)
            let seen = try await client.with(admin).get(location)
            #expect(try seen.decoded(UserReply.self) == made.user)
            let list = try await client.with(admin).get("/api/v1/admin/users")
                .decoded(PageReply<UserReply>.self)
            #expect(list.items.count == 2)
            #expect(!answer.text.contains("quick:"))
        }
    }

    @Test(arguments: [
        (#"{"email":"nobody","name":"N","role":"customer"}"#, "email"),
        (#"{"email":"n@example.org","name":"N","role":"king"}"#, "role"),
        (#"{"email":"n\u0007@example.org","name":"N","role":"customer"}"#, "email"),
        (#"{"email":"n@example.org","name":"N\u001b[31m","role":"customer"}"#, "name"),
        (#"{"email":"n@example.org","name":"","role":"customer"}"#, "name"),
        (#"{"email":"n@example.org","name":"N"}"#, "role"),
        (#"{"email":"n@example.org","name":"N","role":"admin","password":"x"}"#, "password"),
    ])
    func badAccountsAreRefusedByField(body: String, field: String) async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let problem = try await client.with(admin).post("/api/v1/admin/users", body).problem
            #expect(problem.status == 422)
            #expect(problem.field == field)
        }
    }

    @Test func anAddressIsTakenOnce() async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let body = #"{"email":"eve@example.org","name":"Eve","role":"customer"}"#
            let problem = try await client.with(admin).post("/api/v1/admin/users", body).problem
            #expect(problem.status == 409)
            #expect(problem.type == "/problems/conflict")
        }
    }

    @Test(arguments: [
        (#"{"currentPassword":"wrong","newPassword":"battery staple"}"#, "currentPassword"),
        (#"{"currentPassword":"\#(World.password)","newPassword":"x"}"#, "newPassword"),
    ])
    func badPasswordsAreRefusedByField(body: String, field: String) async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let problem = try await client.with(token)
                .send(.put, "/api/v1/me/password", [:], body).problem
            #expect(problem.status == 422)
            #expect(problem.field == field)
        }
    }

    /// As JSON Schema counts them, which knows no letters of several parts.
    @Test func lengthsAreCountedInCodePoints() async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        let word = String(repeating: "e\u{301}", count: 5)
        try await world.test { client in
            let client = client.with(admin)
            let user =
                #"{"email":"a@\u0301b","name":"Bob","role":"customer","password":"\#(word)"}"#
            let made = try await client.post("/api/v1/admin/users", user)
            #expect(made.status == 201)
            let name = String(repeating: "e\u{301}", count: 51)
            let token = #"{"name":"\#(name)","scope":"read"}"#
            let refused = try await client.post("/api/v1/me/tokens", token)
            #expect(try refused.problem.field == "name")
        }
    }

    @Test(arguments: [
        "{}", #"{"disabled":null}"#, #"{"disabled":"yes"}"#, #"{"disabled":true,"role":"king"}"#,
        #"{"name":""}"#, #"{"email":"n@example.org"}"#,
    ])
    func aChangeSaysWhatChanges(body: String) async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        let user = try await world.user("bob")
        try await world.test { client in
            let problem = try await client.with(admin)
                .send(.patch, "/api/v1/admin/users/\(user.id)", [:], body).problem
            #expect(problem.status == 422)
            let none = try await client.with(admin).get("/api/v1/admin/users/none").problem
            #expect(none.status == 404)
        }
    }
}

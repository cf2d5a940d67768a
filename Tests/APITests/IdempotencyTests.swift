import Domain
import Testing
import Wire

struct IdempotencyTests {
    @Test func theSameRequestIsOneRequest() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let first = try await client.subscribe(["Idempotency-Key": "k1"])
            let again = try await client.subscribe(["Idempotency-Key": "k1"])
            #expect(again.id == first.id)
            let other = try await client.subscribe(["Idempotency-Key": "k2"])
            #expect(other.id != first.id)
            let path = "/api/v1/subscriptions/\(first.subscriptionId)/restart-pod"
            try await world.end(first.id)
            let restart = try await client.post(path, nil, ["Idempotency-Key": "k3"])
                .decoded(OperationReply.self)
            try await world.end(restart.id)
            let repeated = try await client.post(path, nil, ["Idempotency-Key": "k3"])
                .decoded(OperationReply.self)
            #expect(repeated.id == restart.id)
            #expect(repeated.state == "succeeded")
        }
    }

    /// Not every language writes the members of an object in the same order twice.
    @Test(arguments: [
        #"{"variant":"Basic","service":"notes"}"#, #"{"service": "notes", "variant": "Basic"}"#,
    ])
    func theSameRequestMayBeWrittenOtherwise(body: String) async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let key = ["Idempotency-Key": "k1"]
            let made = try await client.subscribe(key)
            let again = try await client.post("/api/v1/subscriptions", body, key)
            #expect(try again.decoded(OperationReply.self).id == made.id)
        }
    }

    @Test func theSameKeyWithAnotherRequestIsRefused() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let key = ["Idempotency-Key": "k1"]
            let made = try await client.subscribe(key)
            try await world.end(made.id)
            let larger = try await client.post(
                "/api/v1/subscriptions", #"{"service":"notes","variant":"Plus"}"#, key)
            let elsewhere = try await client.post(
                "/api/v1/subscriptions/\(made.subscriptionId)/stop", nil, key)
            let stop = ["Idempotency-Key": "k1-stop"]
            let path = "/api/v1/subscriptions/\(made.subscriptionId)"
            let stopped = try await client.post("\(path)/stop", nil, stop)
            try await world.end(stopped.decoded(OperationReply.self).id)
            let started = try await client.post("\(path)/start", nil, stop)
            for answer in [larger, elsewhere, started] {
                let problem = try answer.problem
                #expect(problem.status == 422)
                #expect(problem.type == "/problems/idempotency-mismatch")
                #expect(problem.detail?.contains("k1") == true)
            }
        }
    }

    @Test func keysOfOthersAreNoMatter() async throws {
        let world = try await World()
        let (ann, bob) = (try await world.login("ann"), try await world.login("bob"))
        try await world.test { client in
            let first = try await client.with(ann).subscribe(["Idempotency-Key": "k1"])
            let second = try await client.with(bob).subscribe(["Idempotency-Key": "k1"])
            #expect(first.id != second.id)
        }
    }

    @Test(arguments: ["two words", "käse", String(repeating: "x", count: 256)])
    func badKeysAreRefused(key: String) async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let answer = try await client.with(token)
                .post("/api/v1/subscriptions", Client.notes, ["Idempotency-Key": key])
            #expect(try answer.problem.type == "/problems/malformed")
            let longest = ["Idempotency-Key": String(repeating: "x", count: 255)]
            #expect(try await client.with(token).subscribe(longest).state == "pending")
        }
    }

    @Test func noPasswordIsKeptInAFingerprint() async throws {
        let world = try await World()
        let eve = try await world.user("eve", role: .admin)
        let admin = try await world.tokens.token(for: eve)
        try await world.test { client in
            let body =
                #"{"email":"bob@example.org","name":"Bob","role":"admin","password":"s3cret-word"}"#
            let answer = try await client.with(admin)
                .post("/api/v1/admin/users", body, ["Idempotency-Key": "k1"])
            #expect(answer.status == 201)
        }
        let key = IdempotencyKey(userID: eve.id, value: "k1")
        let record = try await world.store.read { try $0.idempotency(key) }
        let fingerprint = try #require(record?.fingerprint)
        #expect(fingerprint.contains("bob@example.org"))
        #expect(!fingerprint.contains("s3cret"))
    }

    @Test func aRepeatedAccountKeepsItsPasswordToItself() async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let body = #"{"email":"bob@example.org","name":"Bob","role":"customer"}"#
            var made: [NewUserReply] = []
            for _ in 1...2 {
                let answer = try await client.with(admin)
                    .post("/api/v1/admin/users", body, ["Idempotency-Key": "k1"])
                #expect(answer.status == 201)
                made.append(try answer.decoded())
            }
            #expect(made[0].user == made[1].user)
            #expect(made[0].oneTimePassword != nil)
            #expect(made[1].oneTimePassword == nil)
        }
    }
}

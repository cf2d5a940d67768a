import Domain
import Testing
import Wire

/// `/admin`: why nothing is destroyed at present, and what an admin decides about that.
struct SafetyRouteTests {
    private static let root = "/api/v1/admin"

    private func hold(_ kind: Hold.Kind, in world: World) async throws -> Hold {
        let hold = Hold(kind: kind, why: "A test.", since: world.clock.now())
        try await world.store.write { try $0.save(hold) }
        return hold
    }

    @Test func theBreakerIsLiftedByItsNameAndForAWhile() async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let client = client.with(admin)
            let closed = try await client.post("\(Self.root)/breaker", "{}").problem
            #expect(closed.status == 409)
            let hold = try await hold(.breaker, in: world)
            let list = try await client.get("\(Self.root)/holds")
                .decoded(PageReply<HoldReply>.self)
            let shown = try #require(list.items.first)
            #expect(shown.inForce && shown.confirm == hold.confirmation)
            #expect(shown.remedy.contains("holdfast admin breaker"))
            for body in ["{}", #"{"confirm":"breaker"}"#] {
                let problem = try await client.post("\(Self.root)/breaker", body).problem
                #expect(problem.expected == hold.confirmation)
            }
            for minutes in [0, 1441] {
                let body = #"{"confirm":"\#(shown.confirm)","minutes":\#(minutes)}"#
                let problem = try await client.post("\(Self.root)/breaker", body).problem
                #expect(problem.field == "minutes")
            }
            let body = #"{"confirm":"\#(shown.confirm)","minutes":30}"#
            let lifted = try await client.post("\(Self.root)/breaker", body)
                .decoded(HoldReply.self)
            #expect(!lifted.inForce)
            #expect(lifted.allowedUntil == (world.clock.now() + .seconds(1800)).description)
            let again = try await client.post("\(Self.root)/breaker", body).problem
            #expect(again.status == 409)
            let audit = try await world.store.read { try $0.audit(before: nil, limit: 9) }
                .filter { $0.action != "request.refuse" }.prefix(1)
            #expect(audit.map(\.action) == ["breaker.lift"])
        }
    }

    @Test func aQuarantineIsShownAndDecided() async throws {
        var world = try await World()
        world.inventory = .success(Inventory(epoch: 70))
        let admin = try await world.login("eve", role: .admin)
        try await world.test { [world] client in
            let client = client.with(admin)
            let none = try await client.get("\(Self.root)/quarantine")
                .decoded(QuarantineReply.self)
            #expect(!none.inForce)
            let early = #"{"decision":"adopt","confirm":"\#(none.digest)"}"#
            #expect(try await client.post("\(Self.root)/quarantine", early).problem.status == 409)
            _ = try await hold(.quarantine, in: world)
            let shown = try await client.get("\(Self.root)/quarantine")
                .decoded(QuarantineReply.self)
            #expect(shown.inForce && shown.engineEpoch == 70 && shown.digest != none.digest)
            for (body, status) in [
                (#"{"decision":"adopt","confirm":"other"}"#, 409), (early, 409),
                (#"{"decision":"keep","confirm":"\#(shown.digest)"}"#, 422),
                (#"{"decision":"adopt"}"#, 422),
            ] {
                let problem = try await client.post("\(Self.root)/quarantine", body).problem
                #expect(problem.status == status)
            }
            let body = #"{"decision":"disown","confirm":"\#(shown.digest)"}"#
            let ended = try await client.post("\(Self.root)/quarantine", body)
                .decoded(QuarantineReply.self)
            #expect(!ended.inForce && ended.databaseEpoch > 70)
            let audit = try await world.store.read { try $0.audit(before: nil, limit: 1) }
            #expect(audit.map(\.action) == ["quarantine.disown"])
        }
    }

    @Test func nothingIsDecidedUnseen() async throws {
        var world = try await World()
        world.inventory = .failure(.unreachable("connection refused"))
        let admin = try await world.login("eve", role: .admin)
        try await world.test { [world] client in
            _ = try await hold(.quarantine, in: world)
            for answer in [
                try await client.with(admin).get("\(Self.root)/quarantine"),
                try await client.with(admin).post(
                    "\(Self.root)/quarantine", #"{"decision":"adopt","confirm":"x"}"#),
            ] {
                #expect(try answer.problem.status == 503)
            }
        }
    }

    @Test func aClockIsAcceptedByWhatItShows() async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let client = client.with(admin)
            let calm = try await client.get("\(Self.root)/clock").decoded(ClockReply.self)
            #expect(calm.doubt == nil && calm.now == calm.counted)
            let body = #"{"confirm":"\#(calm.confirm)"}"#
            #expect(try await client.post("\(Self.root)/clock", body).problem.status == 409)
            try await world.store.write { rows in
                try rows.save(
                    Timekeeping(
                        seenAt: rows.now - .days(365), tolerance: .seconds(60)))
            }
            let shown = try await client.get("\(Self.root)/clock").decoded(ClockReply.self)
            #expect(shown.doubt?.contains("365 days") == true)
            #expect(shown.confirm == "2026-01-01T00:00Z")
            for confirm in ["2025-12-31T23:58Z", "2026-01-01T00:01Z", "yes"] {
                let problem = try await client.post(
                    "\(Self.root)/clock", #"{"confirm":"\#(confirm)"}"#
                ).problem
                #expect(problem.expected == shown.confirm)
            }
            #expect(
                try await client.post("\(Self.root)/clock", "{}").problem.expected == shown.confirm)
            world.clock.advance(by: .seconds(60))
            let done = try await client.post(
                "\(Self.root)/clock", #"{"confirm":"\#(shown.confirm)"}"#
            ).decoded(ClockReply.self)
            #expect(done.doubt == nil && done.counted == done.now)
            let audit = try await world.store.read { try $0.audit(before: nil, limit: 1) }
            #expect(audit.map(\.action) == ["clock.accept"])
        }
    }
}

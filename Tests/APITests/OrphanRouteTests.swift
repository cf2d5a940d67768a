import Domain
import FoundationEssentials
import Testing
import Wire

/// `/admin/pods`: what is amiss, and what belongs to nobody.
struct OrphanRouteTests {
    private static let cleanup = "/api/v1/admin/pods/cleanup-orphaned"

    /// An orphan that may be removed, and one that may not yet.
    private func fill(_ world: World) async throws {
        try await world.store.write { rows in
            for (name, looks) in [("hf-tested-old", 3), ("hf-tested-new", 1)] {
                try rows.save(
                    Orphan(
                        id: OrphanID("orphan-\(name)"),
                        object: EngineObject(kind: .claim, name: name, uid: "uid"),
                        firstSeen: rows.now - .days(2), lastSeen: rows.now, looks: looks))
            }
        }
    }

    @Test func theFirstCallReportsAndDestroysNothing() async throws {
        let world = try await World()
        try await fill(world)
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let client = client.with(admin)
            let bare = try await client.post(Self.cleanup).decoded(OrphansReply.self)
            let empty = try await client.post(Self.cleanup, "{}").decoded(OrphansReply.self)
            #expect(bare == empty)
            #expect(bare.orphans.map(\.removable).sorted { $0 && !$1 } == [true, false])
            #expect(bare.orphans.map(\.state) == ["seen", "seen"])
            let odd = try #require(bare.orphans.first { !$0.removable })
            #expect(odd.reason?.contains("seen 1 times") == true)
            #expect(try await world.store.read { try $0.orphans().map(\.state) } == [.seen, .seen])
        }
    }

    @Test func theSecondMustCarryTheDigestOfThePresentReport() async throws {
        let world = try await World()
        try await fill(world)
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let client = client.with(admin)
            let report = try await client.post(Self.cleanup).decoded(OrphansReply.self)
            let wrong = try await client.post(Self.cleanup, #"{"digest":"wrong"}"#).problem
            #expect(wrong.status == 409)
            #expect(wrong.report == report)
            #expect(try await world.store.read { try $0.orphans().map(\.state) } == [.seen, .seen])

            let body = String(
                decoding: try JSONEncoder().encode(CleanupBody(digest: report.digest)),
                as: UTF8.self)
            let key = ["Idempotency-Key": "once"]
            let done = try await client.post(Self.cleanup, body, key).decoded(OrphansReply.self)
            #expect(Set(done.orphans.map(\.state)) == ["condemned", "seen"])
            let end = (world.clock.now() + .seconds(72 * 3600)).description
            #expect(done.orphans.compactMap(\.removedAfter) == [end])
            // What was confirmed once is not what there is now.
            let again = try await client.post(Self.cleanup, body).problem
            #expect(again.report == done)
            let replayed = try await client.post(Self.cleanup, body, key)
            #expect(try replayed.decoded(OrphansReply.self) == done)

            let undone = try await client.post("\(Self.cleanup)/undo").decoded(OrphansReply.self)
            #expect(undone == report)
            let actions = try await world.store.read { try $0.audit(before: nil, limit: 9) }
                .filter { $0.action != "request.refuse" }.prefix(2)
            #expect(actions.map(\.action) == ["orphan.spare", "orphan.condemn"])
            #expect(actions.last?.actor != "system")
        }
    }

    @Test func theDebugReportHasRowsAndEngineBesideEachOther() async throws {
        var world = try await World()
        let token = try await world.login()
        let stray = EngineObject(kind: .workload, name: "hf-tested-web", uid: "c1", mayWrite: true)
        let later = EngineObject(
            kind: .claim, name: "hf-tested-notes-1-data-g1", uid: "u", volumeID: VolumeID("v"))
        world.inventory = .success(Inventory(objects: [stray, later], epoch: 9))
        try await fill(world)
        let admin = try await world.login("eve", role: .admin)
        try await world.test { [world] client in
            let made = try await client.with(token).subscribe()
            let report = try await client.with(admin).get("/api/v1/admin/pods/debug")
                .decoded(DebugReply.self)
            #expect(report.trouble == nil)
            let one = try #require(report.items.first)
            #expect(report.items.count == 1 && report.next == nil)
            #expect(one.name == made.instance)
            #expect(one.owner == "ann@example.org")
            #expect(
                (one.subscriptionStatus, one.wish, one.status) == ("ACTIVE", "RUNNING", "UNKNOWN"))
            #expect(one.volumes.map(\.volumeStatus) == ["Pending"])
            #expect(one.disagreements == ["It is to run, and has no container."])
            #expect(report.strays.map(\.name) == ["hf-tested-web"])
            #expect(report.unknown.map(\.name) == [later.name])
            #expect(report.orphans.orphans.count == 2)
            #expect(report.storage.map(\.volumes) == [1])
            #expect(report.epoch.engine == 9)
            #expect(report.epoch.database == (try await world.store.read { try $0.epoch() }))
        }
    }

    @Test func theDebugReportComesInPieces() async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            for name in ["ann", "bob", "cid"] {
                _ = try await client.with(world.login(name)).subscribe()
            }
            var names: [String] = []
            var next = ""
            repeat {
                let page = try await client.with(admin).get(
                    "/api/v1/admin/pods/debug?limit=2\(next)"
                ).decoded(DebugReply.self)
                names += page.items.map(\.name)
                next = page.next.map { "&after=\($0)" } ?? ""
            } while !next.isEmpty
            #expect(names.count == 3 && Set(names).count == 3)
        }
    }

    @Test func withoutTheEngineTheRestComesAllTheSame() async throws {
        var world = try await World()
        world.inventory = .failure(.unreachable("connection refused"))
        let (token, admin) = (
            try await world.login(), try await world.login("eve", role: .admin)
        )
        try await world.test { client in
            _ = try await client.with(token).subscribe()
            let report = try await client.with(admin).get("/api/v1/admin/pods/debug")
                .decoded(DebugReply.self)
            #expect(report.trouble == "The engine does not answer: connection refused")
            #expect(report.items.map(\.disagreements) == [[]])
            #expect(report.epoch.engine == nil)
        }
    }
}

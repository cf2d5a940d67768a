import Conformance
import Domain
import TestSupport
import Testing

@testable import Simulation

/// Each invariant is broken by hand once, and is seen to be.
@SimulationQueue @Suite struct OracleTests {
    /// Not the one of the engines' promises.
    typealias Scene = Simulation.Scene

    nonisolated static let subscribed = [
        Scene(.subscribe(customer: 0, service: 0, variant: 0), pause: 30)
    ]
    static let reset =
        subscribed + [Scene(.ask(.reset, slot: 0, asAdmin: false, isConfirmed: true), pause: 30)]

    /// What is seen when `body` meddles after these scenes.
    func broken(
        after scenes: [Scene], _ body: @Sendable @escaping (Stage) async throws -> Void
    ) throws -> Set<Invariant> {
        try brokenInPlay(after: scenes) { try await body($0.stage) }
    }

    func brokenInPlay(
        after scenes: [Scene], _ body: @Sendable @escaping (Performance) async throws -> Void
    ) throws -> Set<Invariant> {
        let script = Script(seed: 1, scenes: scenes)
        let outcome = try Laboratory().perform(script) { performance in
            let stage = performance.stage
            await withDiscardingTaskGroup { group in
                group.addTask { await performance.keepRunning() }
                await performance.playScenes(&group)
                #expect(stage.violations == [], "the scenes themselves break something")
                do { try await body(performance) } catch { Issue.record(error) }
                stage.isOver = true
                for process in performance.processes { stage.end(process.life) }
                group.cancelAll()
            }
        }
        return Set(outcome.violations.map(\.invariant))
    }

    @Test func lostBytes() throws {
        let broken = try broken(after: Self.subscribed) { stage in
            stage.world.claims = [:]
            await stage.look()
        }
        #expect(broken == [.s1])
    }

    @Test func noTicket() throws {
        let broken = try broken(after: Self.reset) { stage in
            let retired = try await stage.retired()
            stage.world.containers = [:]
            try await stage.destroy(retired.claim, retired.uid!, under: TicketID("nobody's"))
        }
        #expect(broken == [.s1])
    }

    @Test func tooEarlyAndNotBegun() throws {
        let broken = try broken(after: Self.reset) { stage in
            let retired = try await stage.retired()
            try await stage.destroy(retired.claim, retired.uid!, under: stage.ticket())
        }
        #expect(broken == [.s1, .s6])
    }

    @Test func anothersIdentity() throws {
        let broken = try broken(after: Self.reset) { stage in
            let attached = try await stage.volumes().first { $0.state == .attached }!
            stage.world.containers = [:]
            try await stage.destroy(attached.claim, attached.uid!, under: stage.ticket())
        }
        #expect(broken.isSuperset(of: [.s2]))
    }

    @Test func destroyedDuringAHold() throws {
        let broken = try broken(after: Self.subscribed) { stage in
            try await stage.rows.write { rows in
                try rows.save(Hold(kind: .quarantine, why: "a test", since: rows.now))
            }
            _ = try await stage.watchRedemption {
                Redeemed(DestructionTicket.forTest(ClaimName("x"), uid: ClaimUID("y")))
            }
        }
        #expect(broken == [.s3])
    }

    @Test func twoWriters() throws {
        let broken = try broken(after: Self.subscribed) { stage in
            var second = stage.world.containers.values.first!
            second.id = WorkloadID("second")
            second.run = nil
            stage.world.containers[second.id] = second
            _ = stage.carryOut(.start(second.id, second.workload!), Life(number: 9))
        }
        #expect(broken == [.s4])
    }

    @Test func aRecordIsWrittenTwice() throws {
        let broken = try broken(after: Self.subscribed) { stage in
            let claim = stage.world.claims.keys.sorted()[0]
            let records = stage.world.claims[claim]?.records ?? []
            stage.world.claims[claim]?.records += records
            await stage.look()
        }
        #expect(broken == [.s5])
    }

    @Test func anEmptyVolumeInItsPlace() throws {
        let broken = try broken(after: Self.subscribed) { stage in
            let volume = try await stage.volumes()[0]
            stage.world.claims = [:]
            let claim = Desired.Claim(
                volumeID: volume.id, instanceID: volume.instanceID, customerID: UserID("x"),
                name: volume.claim, size: volume.size)
            _ = stage.carryOut(.createClaim(claim), Life(number: 9))
        }
        #expect(broken == [.s5])
    }

    @Test func aServiceWithoutItsVolume() throws {
        let broken = try broken(after: Self.subscribed) { stage in
            var workload = try #require(stage.world.containers.values.first?.workload)
            workload.mounts = []
            _ = stage.carryOut(.createWorkload(workload), Life(number: 9))
        }
        #expect(broken == [.s5])
    }

    @Test func takenBackBeforeTheBackup() throws {
        let broken = try broken(after: Self.reset) { stage in
            let retired = try await stage.retired()
            stage.truth.protected = [retired.uid!]
            stage.clock.jump(by: .days(30))
            try await stage.destroy(retired.claim, retired.uid!, under: stage.ticket())
        }
        #expect(broken.contains(.s6))
    }

    @Test func somebodyElsesVolume() throws {
        let two =
            Self.subscribed + [Scene(.subscribe(customer: 1, service: 0, variant: 0), pause: 30)]
        let broken = try broken(after: two) { stage in
            let containers = stage.world.containers.values.sorted { $0.name < $1.name }
            var workload = containers[0].workload!
            workload.mounts = containers[1].workload!.mounts
            _ = stage.carryOut(.createWorkload(workload), Life(number: 9))
        }
        #expect(broken == [.s7])
    }

    @Test func anAcknowledgedRequestIsForgotten() throws {
        let broken = try broken(after: Self.subscribed) { stage in
            stage.truth.requests[1]?.operations = [OperationID("forgotten")]
            await stage.look()
        }
        #expect(broken == [.s8])
    }

    @Test func aRequestTakesEffectTwice() throws {
        let broken = try broken(after: Self.subscribed) { stage in
            stage.truth.requests[1]?.operations.insert(OperationID("another"))
            await stage.look()
        }
        #expect(broken == [.s8])
    }

    @Test func anActWithoutALine() throws {
        let broken = try broken(after: Self.subscribed) { stage in
            for _ in 0..<9 { _ = stage.world.take(.pullImage(CatalogOfPlay.image(1))) }
            await stage.lookAtEnd()
        }
        #expect(broken == [.s9])
    }

    @Test func aBackupIsOwed() throws {
        let broken = try broken(after: Self.reset) { stage in
            let retired = try await stage.retired()
            let (id, first) = (TicketID("owed"), try await stage.ticket())
            try await stage.rows.write { rows in
                _ = try rows.void(first)
                try rows.insert(
                    DestructionTicket.Record(
                        id: id, volumeID: retired.id, instanceID: retired.instanceID,
                        claim: retired.claim, uid: retired.uid, reason: .reset, state: .begun,
                        issuedBy: "x", confirmation: "x", lastBackup: .owed, issuedAt: rows.now,
                        notBefore: rows.now, begunAt: rows.now))
            }
            try await stage.destroy(retired.claim, retired.uid!, under: id)
        }
        #expect(broken.contains(.s10))
    }

    @Test func itIsNotAsWished() throws {
        let broken = try broken(after: Self.subscribed) { stage in
            stage.world.containers = [:]
            await stage.lookAtEnd()
        }
        #expect(broken == [.l1])
    }

    @Test func aVolumeBelongsToNobody() throws {
        let broken = try broken(after: Self.subscribed) { stage in
            stage.world.claims[ClaimName("leak")] = MemoryWorld.Claim(
                uid: ClaimUID("leak"), volumeID: VolumeID("leak"), size: Bytes(1))
            await stage.lookAtEnd()
        }
        #expect(broken == [.l2])
    }

    @Test func anOperationDoesNotEnd() throws {
        let broken = try broken(after: Self.subscribed) { stage in
            stage.world.isDown = true
            let plane = try await stage.rows.read {
                try $0.operations(of: nil, subscription: nil, Page())[0]
            }
            var operation = plane
            operation.id = OperationID("endless")
            operation.state = .running
            operation.endedAt = nil
            try await stage.rows.write { [operation] rows in try rows.insert(operation) }
            await stage.lookAtEnd()
        }
        #expect(broken.contains(.l3))
    }
}

extension Stage {
    /// By hand, past all that the store would refuse.
    func tamper(_ sql: String) async throws {
        try await database.write { connection in _ = try connection.execute(sql, []) }
    }

    fileprivate func volumes() async throws -> [Volume] {
        let instance = truth.slots[0].instance
        return try await rows.read { try $0.volumes(of: instance) }
    }

    func retired() async throws -> Volume {
        try #require(await volumes().first { $0.state == .retired })
    }

    fileprivate func ticket() async throws -> TicketID {
        let instance = truth.slots[0].instance
        return try await rows.read { try $0.tickets(of: instance)[0].id }
    }
}

import Domain
import Operations
import Reconciler
import TestSupport
import Testing

/// What is an orphan, and how long it takes until one may go.
@Suite struct OrphanWatchTests {
    /// A claim that somebody has put back after it was destroyed.
    static func putBack() async throws -> (House, InstanceID, ClaimName) {
        let (house, id) = try await DestructionTests.reset()
        let volume = try #require(try await house.view(id).volumes.first)
        house.clock.advance(by: .seconds(73 * 3600))
        await house.settle(id)
        #expect(house.engine.world(\.destroyed) == [volume.claim])
        house.plant(volume.claim, of: volume.id)
        return (house, id, volume.claim)
    }

    @Test func thingsOfStoppedAndEndedServicesAreNone() async throws {
        let (house, id) = try await House.running()
        let other = try await house.subscribe()
        await house.settle(other.instanceID)
        _ = try await house.plane.stop(house.context, house.view(id).instance.name)
        await house.settle(id)
        try await house.store.write { rows in
            guard var instance = try rows.instance(other.instanceID),
                var subscription = try rows.subscription(other.subscriptionID)
            else { return }
            subscription.status = .cancelled
            subscription.endedAt = rows.now
            subscription.graceEndsAt = rows.now + .days(60)
            instance.wish = .stopped
            try rows.update(subscription)
            try rows.update(instance)
        }
        await house.settle(other.instanceID)
        let survey = house.survey()
        for _ in 1...5 {
            await survey.look()
            house.clock.advance(by: .days(12))
        }
        #expect(house.engine.world { $0.containers.values.map(\.run) } == [nil, nil])
        #expect(try await house.orphans() == [])
        #expect(try await house.holds() == [])
    }

    @Test func thingsOfStrangersAreNeitherListedNorTouched() async throws {
        let (house, _, claim) = try await Self.putBack()
        let stranger = ClaimName("hf-test-stranger-data-g1")
        house.engine.world { world in
            world.claims[stranger] = .init(uid: ClaimUID("theirs"), volumeID: nil, size: Bytes(1))
            world.containers[WorkloadID("theirs")] = .init(
                id: WorkloadID("theirs"), workload: nil, name: "hf-test-theirs", claims: [])
        }
        let survey = house.survey()
        for _ in 1...3 {
            await survey.look()
            house.clock.advance(by: .days(1))
        }
        #expect(try await house.orphans().map(\.object.name) == [claim.rawValue])
        _ = try await house.plane.condemnOrphans(
            House.admin, confirming: house.orphanReport().digest)
        house.clock.advance(by: .days(4))
        await survey.look()
        #expect(!house.has(claim))
        #expect(house.has(stranger))
        #expect(house.engine.world { $0.containers[WorkloadID("theirs")] } != nil)
    }

    @Test func threeLooksOverTheSpanAreNeeded() async throws {
        let (house, _, _) = try await Self.putBack()
        let survey = house.survey()
        func objection() async throws -> String? {
            await survey.look()
            return try await house.orphanReport().items.first?.objection
        }
        #expect(try await objection()?.contains("seen 1 times") == true)
        house.clock.advance(by: .seconds(60))
        #expect(try await objection()?.contains("seen 2 times") == true)
        house.clock.advance(by: .seconds(60))
        #expect(try await objection()?.contains("must be for 1 day") == true)
        house.clock.advance(by: .days(1) - .seconds(120))
        #expect(try await objection() == nil)
    }

    @Test func twoLooksAreNotEnoughHoweverLongAgo() async throws {
        let (house, _, _) = try await Self.putBack()
        let survey = house.survey()
        await survey.look()
        house.clock.advance(by: .days(9))
        await survey.look()
        #expect(try await house.orphanReport().items.map(\.isRemovable) == [false])
    }

    /// A program that is restarted over and over looks often, and that proves nothing.
    @Test func restartsDoNotHurry() async throws {
        let (house, _, _) = try await Self.putBack()
        for _ in 1...50 {
            await house.survey().look()
            house.clock.advance(by: .milliseconds(1_100))
        }
        #expect(try await house.orphans().map(\.looks) == [1])
    }

    /// Time that was not watched does not count, whatever the clock says.
    @Test func aClockThatLeapsDoesNotHurryEither() async throws {
        let (house, _, _) = try await Self.putBack()
        let survey = house.survey()
        func beat() async throws {
            try await house.store.write { rows in
                let time = try rows.timekeeping()
                try rows.save(
                    time?.looked(at: rows.now, tolerance: .seconds(120))
                        ?? Timekeeping(seenAt: rows.now, tolerance: .seconds(120)))
            }
        }
        try await beat()
        await survey.look()
        house.clock.advance(by: .days(365))
        for _ in 1...3 {
            try await beat()
            await survey.look()
            house.clock.advance(by: .seconds(60))
        }
        let orphan = try #require(try await house.orphans().first)
        #expect(orphan.looks == 3)
        #expect(orphan.lastSeen - orphan.firstSeen == .seconds(120))
        #expect(try await house.orphanReport().items.map(\.isRemovable) == [false])
    }

    @Test func whatGoesAndWhatIsClaimedAgainIsNoOrphanAnyMore() async throws {
        let (house, id, claim) = try await Self.putBack()
        let survey = house.survey()
        await survey.look()
        house.engine.world { $0.claims[claim] = nil }
        await survey.look()
        #expect(try await house.orphans() == [])
        let web = try await Self.plantWeb(house, of: "lost", id)
        await survey.look()
        #expect(try await house.orphans().map(\.object.name) == ["web"])
        house.engine.world { $0.containers[web]?.workload?.instanceID = id }
        await survey.look()
        #expect(try await house.orphans() == [])
        // Nobody had condemned them: there is nothing to be told.
        #expect(!(try await house.actions().contains { $0.hasPrefix("orphan.") }))
    }

    /// A container that says it belongs to an instance of that id, as that of `model` does.
    static func plantWeb(
        _ house: House, of instance: String, _ model: InstanceID, claims: [ClaimName] = []
    ) async throws -> WorkloadID {
        var workload = try await house.desired(model).workload
        workload.instanceID = InstanceID(instance)
        let id = WorkloadID("web-of-\(instance)")
        house.engine.world { [workload] world in
            world.containers[id] = .init(id: id, workload: workload, name: "web", claims: claims)
        }
        return id
    }
}

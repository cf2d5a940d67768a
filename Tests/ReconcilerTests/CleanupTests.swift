import Domain
import Operations
import Reconciler
import TestSupport
import Testing

/// How orphans go: confirmed, after the window, under a ticket, and seen gone.
@Suite struct CleanupTests {
    /// An orphan that may be removed, and has been condemned.
    private static func condemned() async throws -> (House, InstanceID, ClaimName, Survey) {
        let (house, id, claim) = try await OrphanWatchTests.putBack()
        let survey = house.survey()
        for _ in 1...3 {
            await survey.look()
            house.clock.advance(by: .days(1))
        }
        let report = try await house.orphanReport()
        #expect(report.items.map(\.isRemovable) == [true])
        let after = try await house.plane.condemnOrphans(House.admin, confirming: report.digest)
        #expect(after.items.map(\.orphan.state) == [.condemned])
        #expect(after.digest != report.digest)
        return (house, id, claim, survey)
    }

    @Test func aCondemnedClaimGoesWhenTheWindowIsOver() async throws {
        let (house, _, claim, survey) = try await Self.condemned()
        house.clock.advance(by: .seconds(72 * 3600 - 1))
        await survey.look()
        #expect(house.has(claim))
        house.clock.advance(by: .seconds(1))
        await survey.look()
        #expect(!house.has(claim))
        #expect(try await house.orphans() == [])
        let story = try await house.actions().filter { $0.hasPrefix("orphan.") }
        #expect(story == ["orphan.condemn", "orphan.destroy-begun", "orphan.removed"])
        let last = try await house.store.read { try $0.audit(before: nil, limit: 1) }.first
        #expect(last?.details["proof"] == "the engine answered that it does not exist")
        #expect(last?.details["confirmation"]?.isEmpty == false)
    }

    @Test func anotherReportThanThePresentOneCondemnsNothing() async throws {
        let (house, _, _) = try await OrphanWatchTests.putBack()
        let survey = house.survey()
        await survey.look()
        let early = try await house.orphanReport()
        house.clock.advance(by: .days(1))
        await survey.look()
        house.clock.advance(by: .days(1))
        await survey.look()
        let error = await #expect(throws: OutdatedReport.self) {
            try await house.plane.condemnOrphans(House.admin, confirming: early.digest)
        }
        #expect(error?.report.items.map(\.isRemovable) == [true])
        #expect(error?.report.digest != early.digest)
        #expect(try await house.orphans().map(\.state) == [.seen])
        await #expect(throws: Refusal.self) {
            try await house.plane.condemnOrphans(
                house.context, confirming: house.orphanReport().digest)
        }
    }

    @Test func whatIsSparedStays() async throws {
        let (house, _, claim, survey) = try await Self.condemned()
        let spared = try await house.plane.spareOrphans(House.admin)
        #expect(spared.items.map(\.orphan.state) == [.seen])
        house.clock.advance(by: .days(30))
        await survey.look()
        #expect(house.has(claim))
        #expect(try await house.actions().last == "orphan.spare")
    }

    @Test func oneThatARowClaimsAgainIsNotDestroyed() async throws {
        let (house, id, claim, survey) = try await Self.condemned()
        let template = Fixtures.notes.volumes[0]
        try await house.store.write { rows in
            // A row of that name is there already, destroyed: so it is claimed under another.
            let orphan = try #require(try rows.orphans().first)
            var other = orphan
            other.id = OrphanID("other")
            other.object.name = "hf-test-again"
            try rows.save(other)
            try rows.insert(
                Volume(
                    id: VolumeID("again"), instanceID: id, template: template, generation: 9,
                    size: Bytes(1), claim: ClaimName("hf-test-again"), state: .retired,
                    createdAt: rows.now))
        }
        house.plant(ClaimName("hf-test-again"), of: VolumeID("again"))
        house.clock.advance(by: .days(4))
        let permission = try await house.store.redeem(orphan: OrphanID("other"))
        let isGiven = permission != nil
        #expect(!isGiven)
        await survey.look()
        #expect(house.has(ClaimName("hf-test-again")))
        #expect(!house.has(claim))
        let ended = try await house.store.read { try $0.orphan(OrphanID("other")) }
        #expect(ended?.state == .gone)
        #expect(ended?.proof == "a row claims it again")
        #expect(try await house.actions().contains("orphan.ended"))
    }

    @Test func anotherClaimOfThatNameIsNotDestroyed() async throws {
        let (house, _, claim, survey) = try await Self.condemned()
        house.engine.world { $0.claims[claim]?.uid = ClaimUID("another") }
        house.clock.advance(by: .days(4))
        await survey.look()
        #expect(house.has(claim))
        #expect(try await house.orphans().map(\.state) == [.seen])
    }

    @Test func nothingGoesInAQuarantine() async throws {
        let (house, _, claim, survey) = try await Self.condemned()
        house.clock.advance(by: .days(4))
        house.engine.world { $0.epoch = 1_000 }
        for _ in 1...2 { await survey.look() }
        #expect(house.has(claim))
        #expect(try await house.holds().map(\.isInForce) == [true])
        try await house.decide(.disown)
        await survey.look()
        #expect(house.has(claim))
        house.clock.advance(by: .seconds(72 * 3600))
        await survey.look()
        #expect(!house.has(claim))
    }

    @Test func inAQuarantineNothingIsCondemned() async throws {
        let (house, _, _) = try await OrphanWatchTests.putBack()
        let survey = house.survey()
        for _ in 1...3 {
            await survey.look()
            house.clock.advance(by: .days(1))
        }
        house.engine.world { $0.epoch = 1_000 }
        await survey.look()
        let report = try await house.orphanReport()
        #expect(report.items.map(\.isRemovable) == [false])
        #expect(report.items.first?.objection?.contains("quarantine") == true)
    }

    /// Stopped and removed as any other, and what it had mounted is still there.
    @Test func aCondemnedContainerGoesAndItsVolumesStay() async throws {
        let (house, id) = try await House.running()
        let claims = try await house.claims(id)
        let web = try await OrphanWatchTests.plantWeb(house, of: "lost", id, claims: claims)
        let survey = house.survey()
        for _ in 1...3 {
            await survey.look()
            house.clock.advance(by: .days(1))
        }
        _ = try await house.plane.condemnOrphans(
            House.admin, confirming: house.orphanReport().digest)
        house.clock.advance(by: .days(2))
        await survey.look()
        #expect(house.engine.world { $0.containers[web] } != nil)
        // Somebody has started it since.
        house.engine.world { $0.containers[web]?.run = RunID("again") }
        house.clock.advance(by: .days(1))
        await survey.look()
        #expect(house.engine.world { $0.containers[web]?.run } == nil)
        await survey.look()
        #expect(house.engine.world { $0.containers[web] } == nil)
        #expect(house.has(claims[0]))
        #expect(try await house.orphans() == [])
        let story = try await house.actions().filter { $0.hasPrefix("orphan.") }
        #expect(story == ["orphan.condemn", "orphan.remove-begun", "orphan.removed"])
    }

    @Test func aContainerThatRunsIsNotCondemned() async throws {
        let (house, id) = try await House.running()
        let web = try await OrphanWatchTests.plantWeb(house, of: "lost", id)
        house.engine.world { $0.containers[web]?.run = RunID("1") }
        let survey = house.survey()
        for _ in 1...3 {
            await survey.look()
            house.clock.advance(by: .days(1))
        }
        let report = try await house.orphanReport()
        #expect(report.items.first?.objection == "it runs: stop it first")
        _ = try await house.plane.condemnOrphans(House.admin, confirming: report.digest)
        #expect(try await house.orphans().map(\.state) == [.seen])
    }
}

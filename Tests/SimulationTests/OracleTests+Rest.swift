import Domain
import TestSupport
import Testing

@testable import Simulation

/// What nobody puts right.
extension OracleTests {
    @Test(arguments: Tampering.rest)
    func itDoesNotComeToRest(_ tampering: Tampering) throws {
        let broken = try broken(after: tampering.scenes) { stage in
            try await stage.tamper(tampering.sql)
            await stage.lookAtEnd()
        }
        #expect(broken.contains(tampering.breaks), "\(broken)")
    }

    @Test(arguments: Tampering.afterAll)
    func itIsNeverOver(_ tampering: Tampering) throws {
        let broken = try broken(after: tampering.scenes) { stage in
            try await stage.tamper(tampering.sql)
            await stage.lookAfterAll()
        }
        #expect(broken == [tampering.breaks])
    }

    @Test func aNoticeIsSaidToBeDelivered() throws {
        let cancelled =
            Self.subscribed
            + [Scene(.ask(.cancel, slot: 0, asAdmin: false, isConfirmed: true), pause: 30)]
        let broken = try broken(after: cancelled) { stage in
            stage.truth.mails = []
            await stage.lookAtEnd()
        }
        #expect(broken == [.s8])
    }

    @Test func itIsAnothersVolume() throws {
        let broken = try brokenVolume { $0.volumeID = VolumeID("another") }
        #expect(broken == [.s5])
    }

    @Test func itCannotBeReached() throws {
        #expect(try brokenVolume { $0.isDetached = true } == [.l1])
    }

    @Test func itHoldsLessThanItIsTo() throws {
        #expect(try brokenVolume { $0.size = Bytes(1) } == [.l1])
    }

    private func brokenVolume(
        _ change: @Sendable @escaping (inout MemoryWorld.Claim) -> Void
    ) throws -> Set<Invariant> {
        try broken(after: Self.subscribed) { stage in
            stage.world.enforcesSizes = true
            for (name, claim) in stage.world.claims {
                var claim = claim
                change(&claim)
                stage.world.claims[name] = claim
            }
            await stage.lookAtEnd()
        }
    }

    @Test func itDoesNotGetItsVolume() throws {
        let broken = try broken(after: Self.subscribed) { stage in
            stage.truth.durable = [:]
            stage.world.claims = [:]
            await stage.lookAtEnd()
        }
        #expect(broken.isSuperset(of: [.l1, .l2]))
    }

    @Test func whatWasGivenUpLongAgoIsThere() throws {
        let broken = try broken(after: Self.reset) { stage in
            stage.clock.jump(by: .days(9))
            await stage.lookAtTickets()
        }
        #expect(broken == [.l1])
    }
}

import Domain
import Testing

/// Time that counts, whatever the clock does.
@Suite struct TimekeepingTests {
    private static let start = Instant(milliseconds: 1_000_000_000)
    private let time = Timekeeping(seenAt: start, tolerance: .seconds(3600))

    @Test func timeThatIsWatchedCounts() {
        let later = Self.start + .seconds(3600)
        #expect(time.counted(at: later) == later)
        #expect(time.due(at: later) == later)
        #expect(time.doubt(at: later) == nil)
    }

    @Test func aLeapAheadMakesNothingDue() {
        let leap = Self.start + .days(365)
        #expect(time.due(at: leap) == Self.start)
        #expect(time.latest(at: leap) == leap)
        let after = time.looked(at: leap, tolerance: time.tolerance)
        #expect(after.uncounted == .days(365))
        #expect(after.due(at: leap + .seconds(60)) == Self.start + .seconds(60))
        #expect(after.doubt(at: leap)?.contains("365 days") == true)
    }

    @Test func aLeapBackIsMadeGoodByItself() {
        let back = Self.start - .days(365)
        let behind = time.looked(at: back, tolerance: time.tolerance)
        #expect(behind.due(at: back) == back)
        #expect(behind.latest(at: back) == Self.start)
        #expect(behind.doubt(at: back)?.contains("set back by 365 days") == true)
        let again = behind.looked(at: Self.start + .seconds(9), tolerance: time.tolerance)
        // The leap to the right time again counts as nothing, and the nine seconds with it.
        #expect(again.uncounted == .seconds(9))
    }

    @Test func whatAnAdminAcceptsCounts() {
        let leap = Self.start + .days(3)
        let accepted = time.looked(at: leap, tolerance: time.tolerance).accepted(at: leap)
        #expect(accepted.due(at: leap) == leap)
        #expect(accepted.doubt(at: leap) == nil)
    }
}

import Domain
import Testing

@testable import KubernetesAPI

/// What is decided, without a server.
struct PaceTests {
    private let now = Instant(milliseconds: 0)

    private func fill(_ pace: inout Pace, _ lane: Pace.Lane, _ count: Int) -> [Pace.Pass] {
        (0..<count).map { _ in pace.begin(lane) }
    }

    @Test func someMayGoAtOnce() {
        var pace = Pace()
        _ = fill(&pace, .changing, 7)
        #expect(pace.admission(.changing, at: now) == .now)
        _ = fill(&pace, .changing, 1)
        #expect(pace.admission(.changing, at: now) == .whenAnotherEnds)
        #expect(pace.admission(.reading, at: now) == .now)
        _ = fill(&pace, .reading, 32)
        #expect(pace.admission(.reading, at: now) == .whenAnotherEnds)
    }

    @Test func successWidensByOneARound() {
        var pace = Pace()
        for _ in 0..<8 { pace.end(pace.begin(.changing), .done, at: now) }
        #expect(pace.width(.changing) == 9)
        for _ in 0..<8 { pace.end(pace.begin(.changing), .done, at: now) }
        #expect(pace.width(.changing) == 9)
        #expect(pace.width(.reading) == 32)
    }

    @Test func widthHasAnEnd() {
        var pace = Pace()
        for _ in 0..<20_000 {
            for lane in Pace.Lane.allCases { pace.end(pace.begin(lane), .done, at: now) }
        }
        #expect(pace.width(.changing) == 32)
        #expect(pace.width(.reading) == 128)
    }

    @Test func overloadHalvesOnceForAllThatWereUnderWay() {
        var pace = Pace()
        for pass in fill(&pace, .changing, 8) { pace.end(pass, .overloaded(nil), at: now) }
        #expect(pace.width(.changing) == 4)
        #expect(pace.free(.changing) == 4)
        pace.end(pace.begin(.changing), .overloaded(nil), at: now)
        #expect(pace.width(.changing) == 2)
    }

    @Test func oneMayAlwaysGo() {
        var pace = Pace()
        for _ in 0..<20 { pace.end(pace.begin(.reading), .overloaded(nil), at: now) }
        #expect(pace.width(.reading) == 1)
        #expect(pace.admission(.reading, at: now) == .now)
    }

    @Test func nobodyGoesUntilTheServerWantsThemTo() {
        var pace = Pace()
        pace.end(pace.begin(.changing), .overloaded(.seconds(5)), at: now)
        pace.end(pace.begin(.changing), .overloaded(.seconds(2)), at: now)
        for lane in Pace.Lane.allCases {
            #expect(pace.admission(lane, at: now + .seconds(1)) == .after(.seconds(4)))
            #expect(pace.admission(lane, at: now + .seconds(5)) == .now)
        }
    }

    @Test func nobodyWaitsForEver() {
        var pace = Pace()
        pace.end(pace.begin(.reading), .overloaded(.seconds(1_000_000)), at: now)
        #expect(pace.admission(.reading, at: now) == .after(.seconds(60)))
        // The clock was set back.
        #expect(pace.admission(.reading, at: now - .seconds(9999)) == .now)
    }

    @Test func failuresTellNothing() {
        var pace = Pace()
        for _ in 0..<100 { pace.end(pace.begin(.reading), .failed, at: now) }
        #expect(pace.width(.reading) == 32)
        #expect(pace.free(.reading) == 32)
    }
}

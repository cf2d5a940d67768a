import Domain
import Testing

@testable import EngineDocker

/// Services that do not answer yet.
struct StartersTests {
    private static func starter(_ name: String) -> Starters.Starter {
        Starters.Starter(
            instance: InstanceID(name),
            check: HealthCheck(probe: .tcp, timeout: .seconds(1), startPeriod: .seconds(30)),
            port: 1, startedAt: Instant(milliseconds: 0))
    }

    @Test func eachIsAskedByOneOnly() async {
        let starters = Starters()
        for name in ["a", "a", "b"] { starters.add(Self.starter(name)) }
        var arrivals = starters.arrivals.makeAsyncIterator()
        #expect(await arrivals.next()?.instance == InstanceID("a"))
        #expect(await arrivals.next()?.instance == InstanceID("b"))
        starters.remove(InstanceID("a"))
        starters.add(Self.starter("a"))
        #expect(await arrivals.next()?.instance == InstanceID("a"))
    }

    /// Where nobody whispers, what was dropped may come again.
    @Test func whoeverIsDroppedIsForgotten() async {
        let starters = Starters()
        for number in 0...256 { starters.add(Self.starter("\(number)")) }
        starters.add(Self.starter("0"))
        var arrivals = starters.arrivals.makeAsyncIterator()
        // The oldest two made room.
        #expect(await arrivals.next()?.instance == InstanceID("2"))
    }

    @Test(arguments: [
        (Duration.zero, Duration.milliseconds(10)), (.seconds(1), .microseconds(62_500)),
        (.seconds(3600), .seconds(2)),
    ])
    func theLongerItTakesTheLessOftenItIsAsked(taken: Duration, pause: Duration) {
        #expect(Starters.pause(after: taken) == pause)
    }
}

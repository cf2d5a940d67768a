import Testing

/// The soak's schedule: the same for the same seed, and with everything in it.
@Suite struct ScheduleTests {
    @Test func theSeedDecidesEverything() {
        let one = Schedule(seed: 7, cycles: 200).cycles
        #expect(one == Schedule(seed: 7, cycles: 200).cycles)
        #expect(Array(one.prefix(20)) == Schedule(seed: 7, cycles: 20).cycles)
        #expect(one != Schedule(seed: 8, cycles: 200).cycles)
    }

    @Test func aShortRunHasEveryVerbAndEveryTarget() {
        let cycles = Schedule(seed: SoakSettings.usualSeed, cycles: SoakSettings.fewCycles).cycles
        #expect(Set(cycles.map(\.verb)) == Set(Verb.allCases))
        #expect(Set(cycles.flatMap(\.blows).map(\.target)) == Set(Blow.Target.allCases))
    }

    @Test(arguments: 1...50)
    func nothingIsAskedForThatCannotBe(seed: UInt64) {
        var stopped: [Int: Bool] = [:]
        var resting: Set<Int> = []
        var wasReset: Set<Int> = []
        for cycle in Schedule(seed: seed, cycles: 120).cycles {
            if let rests = cycle.rests { resting.insert(rests) }
            #expect(!resting.contains(cycle.service))
            switch cycle.verb {
            case .create:
                #expect(cycle.service == stopped.count)
                stopped[cycle.service] = false
            case .start: #expect(stopped.updateValue(false, forKey: cycle.service) == true)
            case .stop: #expect(stopped.updateValue(true, forKey: cycle.service) == false)
            case .restart: #expect(stopped[cycle.service] == false)
            case .reset: wasReset.insert(cycle.service)
            case .undo: #expect(wasReset.contains(cycle.service))
            }
            #expect(!cycle.blows.isEmpty)
            #expect(Set(cycle.blows.map(\.target)).count == cycle.blows.count)
        }
        #expect(stopped.count == Schedule.mostEver)
        #expect(stopped.count - resting.count <= Schedule.mostAtOnce)
    }
}

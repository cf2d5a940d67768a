import Testing

@testable import Simulation

@SimulationQueue @Suite struct ShrinkerTests {
    @Test func onlyWhatMattersIsLeft() {
        var shrinker = Shrinker(Script(seed: 11), patience: 2000) { script in
            let hasSubscribed = script.scenes.contains { scene in
                if case .subscribe = scene.deed { true } else { false }
            }
            return hasSubscribed && script.faults > 0
        }
        shrinker.run()
        #expect(shrinker.best.scenes.count <= 2)
        #expect(shrinker.best.faults == 1)
    }

    @Test func itEndsWhenItHasTriedEnough() {
        var tries = 0
        var shrinker = Shrinker(Script(seed: 11), patience: 10) { _ in
            tries += 1
            return true
        }
        shrinker.run()
        #expect(tries == 10)
    }
}

import Foundation
import Testing

@testable import Simulation

/// A few episodes in a cluster; `make sim` plays many.
@SimulationQueue @Suite struct ClusterEpisodeTests {
    @Test func nothingBreaks() throws {
        let scripts = SeededScripts(from: 1, count: 8, in: .kubernetes)
        let figures = try Campaign(threads: 2).run(scripts)
        let stories = figures.bad.map { "seed \($0.script.seed): \($0.violations)" }
        #expect(stories == [])
        #expect(figures.episodes == 8)
        #expect(figures.faults > 8 * 5)
    }

    @Test(arguments: [2, 8] as [UInt64])
    func theSameSeedTellsTheSameStory(_ seed: UInt64) throws {
        let script = Script(seed: seed, in: .kubernetes)
        let outcomes = try [Laboratory(), Laboratory()].map { try $0.play(script, isTold: true) }
        #expect(outcomes[0].hash == outcomes[1].hash)
        #expect(outcomes[0].lines == outcomes[1].lines)
        #expect(Script(seed: seed, in: .kubernetes) == script)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func episodesAreLong(_ seed: UInt64) {
        let script = Script(seed: seed, in: .kubernetes)
        #expect(script.operations >= 30)
        #expect(script.faults >= 10)
    }

    @Test(arguments: ["reset", "grace-destroy"])
    func someOfAllPlaces(_ name: String) throws {
        let recipe = try #require(Recipe.all(in: .kubernetes).first { $0.name == name })
        let plan = try ExhaustivePlan(
            recipe, hasPairs: false, world: .kubernetes, in: Laboratory())
        #expect(plan.scripts.count >= plan.calls * 3)
        let some = plan.scripts.indices.filter { $0 % 211 == 0 }.map { plan.scripts[$0] }
        let bad = try Campaign(threads: 2).run(some).bad
        #expect(bad.map { "\($0.script.scenes.flatMap(\.faults)): \($0.violations)" } == [])
    }

    @Test func theDestructiveOnesDestroy() throws {
        let laboratory = try Laboratory()
        for recipe in Recipe.all(in: .kubernetes)
        where recipe.isDestructive && recipe.name != "put-back" {
            // With an even seed a claim that nobody mounts has bytes, too.
            let outcome = try laboratory.play(recipe.script([], seed: 2, in: .kubernetes))
            #expect(outcome.destroyed > 0, "\(recipe.name)")
            #expect(outcome.violations == [], "\(recipe.name)")
        }
    }

    @Test func aScriptThatNamesNoWorldIsOneOfDocker() throws {
        let old = """
            {"startsReady": true, "enforcesSizes": false, "guardsClaims": true, "workers": 2,
            "purgeDays": 0}
            """
        let setting = try JSONDecoder().decode(Setting.self, from: Data(old.utf8))
        #expect(setting == Setting(in: .docker))
    }
}

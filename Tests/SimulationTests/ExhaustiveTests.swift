import Testing

@testable import Simulation

/// Some of the places at which an operation can go wrong; `make sim-all` tries all.
@SimulationQueue @Suite struct ExhaustiveTests {
    @Test(arguments: ["reset", "grace-destroy", "put-back"])
    func someOfAllPlaces(_ name: String) throws {
        let recipe = try #require(Recipe.all(in: .docker).first { $0.name == name })
        let plan = try ExhaustivePlan(recipe, hasPairs: false, in: Laboratory())
        #expect(plan.scripts.count >= plan.calls * 3)
        let some = plan.scripts.indices.filter { $0 % 41 == 0 }.map { plan.scripts[$0] }
        let bad = try Campaign(threads: 2).run(some).bad
        #expect(bad.map { "\($0.script.scenes.flatMap(\.faults)): \($0.violations)" } == [])
    }

    @Test func theDestructiveOnesDestroy() throws {
        let laboratory = try Laboratory()
        for recipe in Recipe.all(in: .docker)
        where recipe.isDestructive && recipe.name != "put-back" {
            #expect(try laboratory.play(recipe.script([])).destroyed > 0, "\(recipe.name)")
        }
    }

    /// What was taken back after the backup is kept, although the backup would have it destroyed.
    @Test func whatWasTakenBackOutlivesAnOlderDatabase() throws {
        let recipe = try #require(Recipe.all(in: .docker).first { $0.name == "put-back" })
        let outcome = try Laboratory().play(recipe.script([]))
        #expect(outcome.violations == [])
        #expect(outcome.destroyed == 0)
    }
}

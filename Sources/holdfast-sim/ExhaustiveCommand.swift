import ArgumentParser
import Simulation

/// `holdfast-sim exhaustive`
struct ExhaustiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exhaustive",
        abstract: "Let each operation go wrong at each of its calls, in each way.")

    @Option(help: "Only the operation of this name.")
    var only: String?

    @Flag(help: "Also two crashes, at each pair of calls, where an operation destroys.")
    var pairs = false

    @OptionGroup var manner: Manner

    func run() throws {
        let campaign = manner.campaign
        var (possible, run) = (0, 0)
        var bad: [Outcome] = []
        for recipe in try recipes() {
            let plan = try ExhaustivePlan(
                recipe, hasPairs: pairs, world: manner.world, in: Laboratory())
            let figures = try campaign.run(plan.scripts) { outcome in
                let faults = outcome.script.scenes.flatMap(\.faults)
                    .map { "at call \($0.after): \($0)" }
                Teller.say("\(recipe.name), \(faults): \(outcome.violations.map(\.description))")
            }
            Teller.say(
                """
                \(recipe.name): \(plan.calls) calls, \(plan.scripts.count) plans possible, \
                \(figures.episodes) run, \(figures.faults) faults met, \
                \(figures.destroyed) volumes destroyed, \(figures.bad.count) bad
                """)
            possible += plan.scripts.count
            run += figures.episodes
            bad += figures.bad
        }
        Teller.say("In all: \(possible) plans possible, \(run) run, \(bad.count) bad.")
        try manner.end(with: bad)
    }

    private func recipes() throws -> [Recipe] {
        let all = Recipe.all(in: manner.world)
        guard let only else { return all }
        let chosen = all.filter { $0.name == only }
        guard !chosen.isEmpty else {
            let names = all.map(\.name).joined(separator: ", ")
            throw ValidationError("There is no operation \(only). There are: \(names).")
        }
        return chosen
    }
}

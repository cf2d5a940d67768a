import ArgumentParser
import Foundation
import Simulation

/// How to play, for every command.
struct Manner: ParsableArguments {
    @Option(help: "On how many threads.")
    var threads = 1

    @Option(help: "After how many bad episodes to give up.")
    var patience = 10

    @Option(help: "In which world.")
    var world = World.docker

    @Flag(help: "Tell what is broken, and look for no shorter story.")
    var brief = false

    var campaign: Campaign { Campaign(threads: threads, patience: patience) }

    /// Tells the shortest story of the first bad one.
    /// - Throws: exit code 3 where there is one.
    func end(with bad: [Outcome]) throws {
        guard let first = bad.first, let violation = first.violations.first else { return }
        if brief { throw ExitCode(3) }
        let laboratory = try Laboratory()
        let script = first.script
        let isPlain = try laboratory.play(script).violations.contains(violation)
        var shrinker =
            isPlain
            ? Shrinker(script, breaking: violation.invariant, in: laboratory, patience: 400)
            : Shrinker(script, patience: 200) { shorter in
                let found = try? Comparison(shorter, in: laboratory).violations
                return found?.contains { $0.invariant == violation.invariant } ?? false
            }
        if violation.invariant != .repeatable { shrinker.run() }
        Teller.say("Broken: \(violation). The shortest story:")
        try Story(of: shrinker.best, isLong: !isPlain, in: laboratory).print()
        throw ExitCode(3)
    }
}

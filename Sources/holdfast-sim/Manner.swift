import ArgumentParser
import Foundation
import Simulation

/// How to play, for every command.
struct Manner: ParsableArguments {
    @Option(help: "On how many threads.")
    var threads = 1

    @Option(help: "After how many bad episodes to give up.")
    var patience = 10

    @Option(
        help: """
            The name of a wrong that is switched on, in a copy of Holdfast that was made for that: \
            to find it is a success.
            """)
    var wrong: String?

    var campaign: Campaign {
        if let wrong { setenv("HOLDFAST_WRONG", wrong, 1) }
        return Campaign(threads: threads, patience: patience)
    }

    /// Tells the shortest story of the first bad one.
    /// - Throws: exit code 3 where there is one.
    func end(with bad: [Outcome]) throws {
        guard let first = bad.first, let violation = first.violations.first else { return }
        let laboratory = try Laboratory()
        var shrinker = Shrinker(
            first.script, breaking: violation.invariant, in: laboratory, patience: 400)
        if violation.invariant != .repeatable { shrinker.run() }
        try Story(of: shrinker.best, in: laboratory).print()
        throw ExitCode(3)
    }
}

import Foundation
import Simulation

/// An episode in words.
struct Story {
    let outcome: Outcome

    init(of script: Script, isLong: Bool = false, in laboratory: Laboratory) throws {
        outcome = try laboratory.play(script, isTold: true, isLong: isLong)
    }

    func print() {
        Teller.say("Seed \(outcome.script.seed), \(outcome.script.scenes.count) scenes:")
        for line in outcome.lines { Teller.say("  \(line)") }
        for violation in outcome.violations { Teller.say("Broken: \(violation)") }
        Teller.say("Hash \(String(outcome.hash, radix: 16))")
    }

    /// For `replay --file`, and for the tests' folder of scenarios.
    static func save(_ script: Script, in file: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try encoder.encode(script).write(to: URL(filePath: file))
    }
}

import ArgumentParser
import Simulation

/// `holdfast-sim replay`
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Play one episode, and tell its story.")

    @Argument(help: "Its seed.")
    var seed: UInt64

    func run() throws {
        let outcome = try Laboratory().play(Script(seed: seed), isTold: true)
        for line in outcome.lines { print(line) }
        print("hash \(String(outcome.hash, radix: 16))")
        for violation in outcome.violations { print(violation) }
        if !outcome.violations.isEmpty { throw ExitCode(3) }
    }
}

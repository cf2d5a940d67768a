import ArgumentParser
import FoundationEssentials

/// A command that speaks to a server. Whatever goes wrong is told in one way, and ends in one
/// of the documented statuses.
protocol ClientCommand: AsyncParsableCommand {
    var options: ClientOptions { get }

    func perform(at desk: Desk) async throws
}

extension ClientCommand {
    func run() async throws {
        let surroundings = Surroundings.current
        do {
            try await perform(at: Desk(options, surroundings))
        } catch let failure as Failure {
            tell(failure, surroundings)
            throw ExitCode(failure.status.rawValue)
        }
    }

    private func tell(_ failure: Failure, _ surroundings: Surroundings) {
        let terminal = surroundings.terminal
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        if options.output == .json, let json = try? encoder.encode(failure.problem) {
            terminal.complainLine(String(decoding: json, as: UTF8.self))
        } else {
            let paint = Paint(
                environment: surroundings.environment, showsOutput: terminal.showsOutput)
            terminal.complainLine(ProblemText.text(failure.problem, paint))
        }
    }
}

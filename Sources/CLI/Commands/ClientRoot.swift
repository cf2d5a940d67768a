import ArgumentParser

/// The client's commands alone.
struct ClientRoot: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holdfast", abstract: "Services that keep their data.",
        discussion: ExitStatus.explanation + "\n\n" + ClientCommands.environment,
        groupedSubcommands: ClientCommands.groups)

    /// Runs one command line, and says how it ended.
    static func run(_ arguments: [String], in surroundings: Surroundings) async -> Int32 {
        await Surroundings.$current.withValue(surroundings) {
            do {
                var command = try await asyncParseAsRoot(arguments)
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
                return ExitStatus.success.rawValue
            } catch {
                let message = fullMessage(for: error)
                if !message.isEmpty { surroundings.terminal.complainLine(message) }
                return exitCode(for: error).rawValue
            }
        }
    }
}

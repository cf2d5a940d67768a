import ArgumentParser
import CLI
import Wire

/// The one executable: the server, and its client.
@main struct Holdfast: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holdfast",
        abstract: "Runs services that keep their data in files, and keeps that data.",
        discussion: ExitStatus.explanation + "\n\n" + ClientCommands.environment,
        version: Version.current,
        groupedSubcommands: [
            CommandGroup(
                name: "Server",
                subcommands: [
                    ServeCommand.self, UpCommand.self, DoctorCommand.self, CatalogCommands.self,
                ])
        ] + ClientCommands.groups + [
            CommandGroup(name: "Shell", subcommands: [CompletionCommand.self])
        ])

    static func main() async {
        LocalAudit.inspect(by: LocalAudit.examine)
        await main(nil)
    }
}

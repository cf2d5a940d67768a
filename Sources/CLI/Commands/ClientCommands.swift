package import ArgumentParser

/// The client's commands, to be mounted on the program's root command.
package enum ClientCommands {
    /// Grouped as `--help` shows them.
    package static let groups = [
        CommandGroup(
            name: "Service",
            subcommands: [
                ServiceCommand.self, SubscribeCommand.self, ListCommand.self, ShowCommand.self,
                LogCommand.self, EventCommand.self,
            ]),
        CommandGroup(
            name: "Act",
            subcommands: [
                RestartCommand.self, StopCommand.self, StartCommand.self, ResetCommand.self,
                UndoResetCommand.self, OperationCommands.self,
            ]),
        CommandGroup(
            name: "Account",
            subcommands: [
                LoginCommand.self, LogoutCommand.self, WhoamiCommand.self, PasswordCommand.self,
                TokenCommands.self, AdminCommands.self,
            ]),
    ]

    /// For the root command's help.
    package static let environment = """
        ENVIRONMENT
          HOLDFAST_SERVER  the server's address, before that of the last login
          HOLDFAST_TOKEN   an API token, before what “holdfast login” keeps
          NO_COLOR         any value: no colours
        """
}

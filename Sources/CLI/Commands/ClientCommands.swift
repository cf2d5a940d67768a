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
                InstanceCommand<Restarting>.self, InstanceCommand<Stopping>.self,
                InstanceCommand<Starting>.self, VariantCommand.self,
                InstanceCommand<Updating>.self, InstanceCommand<RollingBack>.self,
                ResetCommand.self, InstanceCommand<UndoingReset>.self, OperationCommands.self,
            ]),
        CommandGroup(
            name: "End",
            subcommands: [
                InstanceCommand<Cancelling>.self, InstanceCommand<Resubscribing>.self,
                DeleteCommand.self, InstanceCommand<UndoingDelete>.self,
            ]),
        CommandGroup(
            name: "Account",
            subcommands: [
                LoginCommand.self, LogoutCommand.self, WhoamiCommand.self, PasswordCommand.self,
                TokenCommands.self, ProfileCommands.self, AdminCommands.self,
                AuditCommands.self,
            ]),
    ]

    /// For the root command's help.
    package static let environment = """
        ENVIRONMENT
          HOLDFAST_PROFILE  the profile, before what “holdfast profiles use” has set
          HOLDFAST_SERVER   the server's address, before the profile's and the last login's
          HOLDFAST_TOKEN    an API token, before what “holdfast login” keeps
          HOLDFAST_OUTPUT   table or json, before the profile's
          HOLDFAST_WAIT     true or false: whether to stay until an operation has ended
          NO_COLOR          any value: no colours
          CLICOLOR_FORCE    any value but 0: colours also where no terminal is
        """
}

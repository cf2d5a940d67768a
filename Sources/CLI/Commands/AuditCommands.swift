import ArgumentParser

/// `holdfast audit`
struct AuditCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "For admins: who did what, and whether that record is as it was written.",
        subcommands: [AuditList.self, AuditVerify.self, AuditExport.self],
        defaultSubcommand: AuditList.self)
}

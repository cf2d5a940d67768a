import ArgumentParser
import Wire

/// `holdfast admin`
struct AdminCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admin", abstract: "For admins: accounts, the audit trail, what is amiss.",
        subcommands: [
            UserCommands.self, PodCommands.self, SubscribeCustomerCommand.self, RenewCommand.self,
            AuditCommand.self, EngineCommand.self, DebugCommand.self, OrphanCommand.self,
            HoldCommand.self, BreakerCommand.self, QuarantineCommand.self, ClockCommands.self,
            NoticeCommands.self, CatalogKeeping.self, WhereaboutsCommand.self,
        ])
}

/// `holdfast admin audit`
struct AuditCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Show who did what, newest first.")

    @OptionGroup var filter: AuditFilter
    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws { try await filter.show(at: desk) }
}

/// `holdfast admin engine`
struct EngineCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine", abstract: "Show whether the engine answers, and since when.")

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let engine: Answer<EngineReply> = try await desk.api.get("admin/engine")
        try desk.show(engine) { RecordText.engine($0, desk.paint) }
    }
}

import ArgumentParser
import Wire

/// `holdfast admin catalog`
struct CatalogKeeping: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog", abstract: "What the server offers, and what it refused.",
        subcommands: [CatalogShow.self, CatalogReload.self], defaultSubcommand: CatalogShow.self)
}

/// `holdfast admin catalog show`
struct CatalogShow: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the catalog in force.")

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let catalog: Answer<CatalogReply> = try await desk.api.get("admin/catalog")
        try desk.show(catalog) { RecordText.catalog($0, desk.paint) }
    }
}

/// `holdfast admin catalog reload`
struct CatalogReload: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload", abstract: "Have the server read the catalog's files now.",
        discussion: """
            A catalog with mistakes is refused whole: the one before stays in force, the mistakes \
            are shown, and the command ends with 65.
            """)

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let catalog: Answer<CatalogReply> = try await desk.api.send(
            "POST", "admin/catalog/reload", [String: String]())
        guard catalog.value.refusal == nil else {
            throw Failure.catalogMistakes(catalog.value)
        }
        try desk.show(catalog) { RecordText.catalog($0, desk.paint) }
    }
}

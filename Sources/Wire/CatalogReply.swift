/// The catalog in force.
package struct CatalogReply: Codable, Equatable, Sendable {
    /// Where the server reads it.
    package var folder: String
    package var loadedAt: String
    /// The names of its services.
    package var services: [String]
    /// When the folder's present content was refused, if it is not what is in force.
    package var refusedAt: String?
    /// Its mistakes, one a line, by file, line and column.
    package var refusal: String?

    package init(
        folder: String, loadedAt: String, services: [String], refusedAt: String? = nil,
        refusal: String? = nil
    ) {
        self.folder = folder
        self.loadedAt = loadedAt
        self.services = services
        self.refusedAt = refusedAt
        self.refusal = refusal
    }
}

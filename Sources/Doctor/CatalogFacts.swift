/// What can be subscribed to, as the files say it.
package struct CatalogFacts: Equatable, Sendable {
    package var folder: String
    package var services: Int
    /// One for each mistake, by file, line and column.
    package var mistakes: [String]

    package init(folder: String, services: Int = 0, mistakes: [String] = []) {
        self.folder = folder
        self.services = services
        self.mistakes = mistakes
    }

    var findings: [Diagnosis] {
        guard mistakes.isEmpty else {
            return mistakes.map {
                .problem(
                    .catalog, .configuration, $0,
                    "The server does not start with it. Mend it, or name another folder in "
                        + "HOLDFAST_CATALOG.")
            }
        }
        return [.ok(.catalog, "\(folder) offers \(services) services.")]
    }
}

/// Everything that is wrong in the catalog, by file, line and column.
package struct CatalogErrors: Error, Equatable, Sendable, CustomStringConvertible {
    package var errors: [CatalogError]

    package init(errors: [CatalogError]) {
        self.errors = errors.sorted {
            ($0.file, $0.line ?? 0, $0.column ?? 0) < ($1.file, $1.line ?? 0, $1.column ?? 0)
        }
    }

    /// One error a line, as compilers write them.
    package var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// One thing that is wrong in the catalog, where it is, and what would be right.
package struct CatalogError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The file's name within the catalog's folder, or the folder's path.
    package var file: String
    /// Counted from 1; `nil` where the file as a whole is meant.
    package var line: Int?
    package var column: Int?
    package var message: String

    package init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    package var description: String {
        [file, line.map(String.init), column.map(String.init), " " + message]
            .compactMap(\.self).joined(separator: ":")
    }
}

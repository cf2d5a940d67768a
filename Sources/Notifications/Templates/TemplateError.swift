/// One thing that is wrong with the texts of notices, where it is, and what would be right.
package struct TemplateError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The file's name within the folder, or the folder's path.
    package var file: String
    /// Counted from 1; `nil` where the file as a whole is meant.
    package var line: Int?
    package var message: String

    package init(file: String, line: Int? = nil, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    package var description: String {
        [file, line.map(String.init), " " + message].compactMap(\.self).joined(separator: ":")
    }
}

/// Everything that is wrong with them, by file and line.
package struct TemplateErrors: Error, Equatable, Sendable, CustomStringConvertible {
    package var errors: [TemplateError]

    init(_ errors: [TemplateError]) {
        self.errors = errors.sorted { ($0.file, $0.line ?? 0) < ($1.file, $1.line ?? 0) }
    }

    package var description: String { errors.map(\.description).joined(separator: "\n") }
}

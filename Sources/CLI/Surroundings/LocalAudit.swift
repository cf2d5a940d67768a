package import Wire

/// Inspects audit trails that lie on this machine: for the program that also has a server, and so
/// knows how they are kept.
package enum LocalAudit {
    package enum Place: Equatable, Sendable {
        /// A data directory.
        case data(String)
        /// An export.
        case file(String)
    }

    /// Why it could not be looked at, for people.
    package struct Refusal: Error, Equatable {
        package var message: String

        package init(_ message: String) { self.message = message }
    }

    package typealias Inspector =
        @Sendable (_ place: Place, _ expected: String?) async throws -> AuditInspectionReply

    @TaskLocal package static var inspector: Inspector?

    static func inspect(_ place: Place, _ expected: String?) async throws -> AuditInspectionReply {
        guard let inspector else {
            throw Refusal("This program cannot look into files; ask the server.")
        }
        return try await inspector(place, expected)
    }
}

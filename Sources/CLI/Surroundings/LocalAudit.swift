import Synchronization
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

    private static let own = Mutex<Inspector?>(nil)

    /// For the rest of the process, before anything is asked.
    package static func inspect(by inspector: @escaping Inspector) {
        own.withLock { $0 = inspector }
    }

    static func inspect(_ place: Place, _ expected: String?) async throws -> AuditInspectionReply {
        guard let inspector = Surroundings.current.inspector ?? own.withLock(\.self) else {
            throw Refusal("This program cannot look into files; ask the server.")
        }
        return try await inspector(place, expected)
    }
}

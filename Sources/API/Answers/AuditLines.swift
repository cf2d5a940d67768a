import Domain
import Hummingbird
import ServiceLifecycle

/// What the long answers about the audit trail have in common: one JSON object a line, and that
/// nobody takes a part for the whole.
enum AuditLines {
    static let contentType = "application/x-ndjson"

    /// Ends the connection, not the answer.
    struct BrokenOff: Error {}

    static func response(
        to request: Request,
        _ write: @Sendable @escaping (inout any ResponseBodyWriter) async throws -> Void
    ) -> Response {
        Response(
            status: .ok, headers: [.contentType: contentType],
            body: .untilClientLeaves(request) { writer in
                do {
                    try await write(&writer)
                } catch is Refusal {
                    throw BrokenOff()
                }
            })
    }

    static func line(_ body: some Encodable) throws -> ByteBuffer {
        var bytes = ByteBuffer(bytes: try JSONReply<Never>.encode(body))
        bytes.writeString("\n")
        return bytes
    }

    /// Throws when whoever reads may not any more, or the program is to stop.
    static func requireMore(_ vigil: inout Vigil) async throws {
        guard !Task.isShuttingDownGracefully else { throw BrokenOff() }
        try await vigil.keep()
    }
}

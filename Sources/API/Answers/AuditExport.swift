import Domain
import Hummingbird
import Operations
import Wire

/// The audit trail line by line, read piece by piece.
struct AuditExport: Sendable {
    let plane: ControlPlane
    let caller: Caller
    let vigil: Vigil
    let after: Int64

    func response(to request: Request) -> Response {
        AuditLines.response(to: request) { writer in
            var vigil = vigil
            // One row more, for the hash that the first line follows.
            var place = after == 0 ? Int64.min : after - 1
            var previous = AuditHead.beginning.hash
            while true {
                let links = try await plane.auditLinks(caller.actor, after: place)
                guard let last = links.last else { return }
                try await AuditLines.requireMore(&vigil)
                var bytes = ByteBuffer()
                for link in links {
                    if let record = link.record, after == 0 || link.sequence != after {
                        let line = AuditLineReply(record, after: previous, hash: link.hash)
                        bytes.writeImmutableBuffer(try AuditLines.line(line))
                    }
                    previous = link.hash ?? previous
                }
                if bytes.readableBytes > 0 { try await writer.write(bytes) }
                place = last.sequence
            }
        }
    }
}

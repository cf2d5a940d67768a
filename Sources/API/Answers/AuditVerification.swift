import Domain
import Hummingbird
import Operations
import Wire

/// Inspects the audit trail, and tells on the way how far it is.
struct AuditVerification: Sendable {
    /// After so many looks, so that nobody takes the silence for an end.
    private static let stride = 40

    let plane: ControlPlane
    let caller: Caller
    let vigil: Vigil
    let expected: AuditHead?

    func response(to request: Request) -> Response {
        AuditLines.response(to: request) { writer in
            var (vigil, looks) = (vigil, 0)
            let end = try await plane.inspectAudit(caller.actor, expecting: expected) {
                inspection in
                looks += 1
                try await AuditLines.requireMore(&vigil)
                guard looks % Self.stride == 0, !inspection.isOver else { return }
                try await writer.write(AuditLines.line(AuditInspectionReply(inspection)))
            }
            try await writer.write(AuditLines.line(AuditInspectionReply(end)))
        }
    }
}

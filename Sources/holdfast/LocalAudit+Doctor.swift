import CLI
import Doctor
import Domain
import Wire

extension LocalAudit {
    /// By the same rules as the server.
    @Sendable static func examine(
        _ place: Place, _ expected: String?
    ) async throws -> AuditInspectionReply {
        let head = try expected.map { text in
            guard let head = AuditHead(parsing: text) else {
                throw Refusal(
                    "“\(text)” is no head; one looks as this command prints it: 42:9f86…")
            }
            return head
        }
        do {
            switch place {
            case .data(let folder):
                return reply(try AuditExamination.inspect(data: folder, expecting: head))
            case .file(let path):
                return reply(try AuditExamination.inspect(file: path, expecting: head))
            }
        } catch {
            throw Refusal("\(error)")
        }
    }

    private static func reply(_ inspection: AuditInspection) -> AuditInspectionReply {
        AuditInspectionReply(
            checked: inspection.checked, head: inspection.last.description,
            isOver: inspection.isOver,
            fault: inspection.fault.map {
                AuditFaultReply(
                    kind: $0.kind.rawValue, sequence: $0.sequence, message: $0.message)
            })
    }
}

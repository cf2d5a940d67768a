import Domain
import Wire

extension AuditInspectionReply {
    init(_ inspection: AuditInspection) {
        self.init(
            checked: inspection.checked, head: inspection.last.description,
            isOver: inspection.isOver,
            fault: inspection.fault.map {
                AuditFaultReply(
                    kind: $0.kind.rawValue, sequence: $0.sequence, message: $0.message)
            })
    }
}

import Domain
import Wire

extension AuditReply {
    init(_ event: AuditEvent) {
        self.init(
            sequence: event.sequence, at: event.at.description, actor: event.actor,
            role: event.role, address: event.address, requestId: event.requestID,
            action: event.action, subject: event.subject, subjectId: event.subjectID,
            details: event.details)
    }
}

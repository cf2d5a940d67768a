import Domain
import FoundationEssentials
import Wire

extension AuditLineReply {
    /// What stands in the row, even where somebody made nonsense of it.
    init(_ record: AuditRecord, after previous: String, hash: String?) {
        let details = try? JSONDecoder().decode(
            [String: String].self, from: Data(record.details.utf8))
        let isPlain = details.map {
            AuditEvent.text(of: $0).utf8.elementsEqual(record.details.utf8)
        }
        self.init(
            sequence: record.sequence, at: Instant(milliseconds: record.at).description,
            actor: record.actor, role: record.role, address: record.address,
            requestId: record.requestID, action: record.action, subject: record.subject,
            subjectId: record.subjectID, details: details ?? [:],
            detailsText: isPlain == true ? nil : record.details, previousHash: previous,
            hash: hash)
    }
}

import Domain
import FoundationEssentials
import Wire

extension AuditLineReply {
    /// The row as it is kept, so far as the line tells it.
    var link: AuditLink {
        let record = AuditRecord(
            sequence: sequence, at: moment, actor: actor, role: role, address: address,
            requestID: requestId, action: action, subject: subject, subjectID: subjectId,
            details: text)
        return AuditLink(sequence: sequence, record: record, hash: hash)
    }

    /// What is told beside the details must be another spelling of them, and nothing else.
    private var text: String {
        let plain = AuditEvent.text(of: details)
        guard let detailsText else { return plain }
        let other = try? JSONDecoder().decode([String: String].self, from: Data(detailsText.utf8))
        return other == nil && details.isEmpty || other == details ? detailsText : plain
    }

    /// A moment that cannot be read gives a row that does not fit its hash.
    private var moment: Int64 {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        return (try? style.parse(at)).map { Instant($0).milliseconds } ?? .min
    }
}

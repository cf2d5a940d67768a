/// One row of the audit, column by column as it is kept, whether or not it makes sense.
package struct AuditRecord: Equatable, Sendable {
    package var sequence: Int64
    /// Milliseconds since 1970.
    package var at: Int64
    package var actor: String
    package var role: String
    package var address: String?
    package var requestID: String?
    package var action: String
    package var subject: String
    package var subjectID: String
    /// JSON, to the letter.
    package var details: String

    package init(
        sequence: Int64, at: Int64, actor: String, role: String, address: String?,
        requestID: String?, action: String, subject: String, subjectID: String, details: String
    ) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.role = role
        self.address = address
        self.requestID = requestID
        self.action = action
        self.subject = subject
        self.subjectID = subjectID
        self.details = details
    }

    /// An event as a row of that number.
    package init(_ event: AuditEvent, sequence: Int64) {
        self.init(
            sequence: sequence, at: event.at.milliseconds, actor: event.actor, role: event.role,
            address: event.address, requestID: event.requestID, action: event.action,
            subject: event.subject, subjectID: event.subjectID, details: event.detailsText)
    }
}

extension AuditRecord {
    /// What the row's hash is made of, in UTF-8; this form never changes.
    ///
    /// A line `holdfast audit 1`, then one line for each of: the hash of the row before, the
    /// sequence, the moment in milliseconds since 1970, actor, role, address, request id, action,
    /// subject, subject id, details. Each is `LENGTH:TEXT`, its length in bytes, or `-` where
    /// there is none. Since the lengths go first, no text can be taken for another field.
    package func text(after previous: String) -> String {
        let parts: [String?] = [
            previous, "\(sequence)", "\(at)", actor, role, address, requestID, action, subject,
            subjectID, details,
        ]
        return parts.reduce(into: "holdfast audit 1\n") { text, part in
            text += part.map { "\($0.utf8.count):\($0)\n" } ?? "-\n"
        }
    }

    /// The same content in another place.
    func numbered(_ sequence: Int64) -> AuditRecord {
        var copy = self
        copy.sequence = sequence
        return copy
    }
}

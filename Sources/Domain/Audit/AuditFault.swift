/// The first thing that is wrong with an audit trail.
package struct AuditFault: Equatable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case edited, removed, inserted, reordered
        /// The row is right; somebody changed or removed its hash.
        case rehashed
        /// The note of the newest row does not agree with that.
        case head
        /// The trail is whole in itself, but not the one that was noted down elsewhere.
        case rewritten
    }

    package var kind: Kind
    /// The row that it begins with.
    package var sequence: Int64
    /// A sentence for people.
    package var message: String

    package init(_ kind: Kind, _ sequence: Int64, _ message: String) {
        self.kind = kind
        self.sequence = sequence
        self.message = message
    }
}

extension AuditFault {
    static func edited(_ sequence: Int64) -> AuditFault {
        AuditFault(
            .edited, sequence,
            "Row \(sequence) was edited: its hash was made of another content.")
    }

    static func removed(_ first: Int64, through last: Int64, atTheEnd: Bool = false) -> AuditFault {
        let rows = first == last ? "Row \(first) was" : "Rows \(first) to \(last) were"
        return AuditFault(
            .removed, first, rows + (atTheEnd ? " cut off at the end." : " removed."))
    }

    static func inserted(_ sequence: Int64) -> AuditFault {
        AuditFault(
            .inserted, sequence,
            "Row \(sequence) was inserted: Holdfast did not write it there.")
    }

    static func reordered(_ sequence: Int64, _ other: Int64) -> AuditFault {
        AuditFault(
            .reordered, sequence,
            "Row \(sequence) is out of order: what Holdfast wrote there stands at row \(other).")
    }

    static func rehashed(_ sequence: Int64, _ what: String) -> AuditFault {
        AuditFault(.rehashed, sequence, "The hash of row \(sequence) \(what).")
    }

    static func head(_ sequence: Int64, _ why: String) -> AuditFault {
        AuditFault(.head, sequence, "The note of the newest row \(why).")
    }

    static func rewritten(_ expected: AuditHead, _ found: String) -> AuditFault {
        AuditFault(
            .rewritten, expected.sequence,
            "Row \(expected.sequence) is not the one that was noted down: its hash was "
                + "\(expected.hash), and \(found).")
    }
}

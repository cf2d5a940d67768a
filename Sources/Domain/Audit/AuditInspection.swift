/// Goes through an audit trail row by row, as far as the first fault; pure, so that it is the same
/// for a server's trail, a copy of its database, and an export.
///
/// Feed it all links in the order of their numbers, then `end` it.
package struct AuditInspection: Equatable, Sendable {
    /// SHA-256 of a text's UTF-8, in hexadecimal.
    package typealias Digest = (String) -> String

    /// How many rows were found right.
    package private(set) var checked = 0
    /// The last row that was found right.
    package private(set) var last: AuditHead
    /// The last number that was looked at.
    package private(set) var place: Int64 = .min
    package private(set) var fault: AuditFault?
    package private(set) var isOver = false

    private let expected: AuditHead?
    /// The hash that the last right row follows.
    private var beforeLast: String?
    private var suspicion: AuditSuspicion?

    /// - Parameters:
    ///   - start: What the first link must follow.
    ///   - expected: What was noted down earlier; must be met on the way.
    package init(after start: AuditHead = .beginning, expecting expected: AuditHead? = nil) {
        last = start
        self.expected = expected
        guard let expected, expected.sequence <= start.sequence, expected != start else { return }
        let isThere = expected.sequence == start.sequence
        conclude(.rewritten(expected, isThere ? "is \(start.hash)" : "this begins after it"))
    }

    package mutating func take(_ link: AuditLink, _ digest: Digest) {
        guard !isOver else { return }
        place = link.sequence
        if suspicion != nil {
            suspicion?.weigh(link, digest)
        } else if link.follows(last.hash, digest), let hash = link.hash {
            accept(AuditHead(sequence: link.sequence, hash: hash))
        } else {
            suspicion = AuditSuspicion(of: link, after: last, before: beforeLast, digest)
        }
        if let verdict = suspicion?.verdict { conclude(verdict) }
    }

    private mutating func accept(_ row: AuditHead) {
        checked += 1
        if let expected, last.sequence < expected.sequence, expected.sequence <= row.sequence,
            expected != row
        {
            let found = row.sequence == expected.sequence ? "is \(row.hash)" : "there is none"
            return conclude(.rewritten(expected, found))
        }
        beforeLast = last.hash
        last = row
    }

    /// There are no more links.
    ///
    /// - Parameter head: The note of the newest row, which is kept beside the rows.
    package mutating func end(head: AuditHead?) {
        guard !isOver else { return }
        conclude(suspicion?.verdict(at: head) ?? objection(to: head) ?? unmet)
    }

    /// There are no more links, and no note of the newest row: rows may be missing at the end.
    package mutating func end() {
        guard !isOver else { return }
        conclude(suspicion?.verdict(at: nil) ?? unmet)
    }

    private mutating func conclude(_ verdict: AuditFault?) {
        fault = verdict
        suspicion = nil
        isOver = true
    }

    private func objection(to head: AuditHead?) -> AuditFault? {
        guard let head else { return .head(last.sequence, "is gone") }
        if head.sequence > last.sequence {
            return .removed(last.sequence + 1, through: head.sequence, atTheEnd: true)
        }
        if head.sequence < last.sequence { return .inserted(head.sequence + 1) }
        return head.hash == last.hash ? nil : .head(last.sequence, "has another hash than that")
    }

    private var unmet: AuditFault? {
        guard let expected, last.sequence < expected.sequence else { return nil }
        return .rewritten(expected, "the trail ends before it")
    }
}

/// A link that does not follow the one before it, until it is clear what was done: what comes
/// after it tells.
struct AuditSuspicion: Equatable, Sendable {
    private let link: AuditLink
    private let base: AuditHead
    /// The hash that the row would have if it were right.
    private let computed: String?
    private let likely: AuditFault
    private var isNext = true
    /// Once nothing that comes can change it.
    private(set) var verdict: AuditFault?

    /// - Parameters:
    ///   - base: The last right row.
    ///   - before: The hash of the one before that, if it is known.
    init(
        of link: AuditLink, after base: AuditHead, before: String?,
        _ digest: AuditInspection.Digest
    ) {
        self.link = link
        self.base = base
        computed = link.record.map { digest($0.text(after: base.hash)) }
        likely = Self.guess(link, base)
        let shifted = AuditLink(
            sequence: base.sequence, record: link.record?.numbered(base.sequence),
            hash: link.hash)
        // It was written as the last right row, whose place is taken: that one came in between.
        if let before, shifted.follows(before, digest) { verdict = .inserted(base.sequence) }
    }

    private static let gone = "is gone; the row is right"
    private static let changed = "was changed; the row is right"
    private static let added = "was added, but there is no such row"

    /// As long as nothing better is known.
    private static func guess(_ link: AuditLink, _ base: AuditHead) -> AuditFault {
        if link.record != nil, link.sequence <= 0 { return .inserted(link.sequence) }
        if link.record == nil { return .removed(link.sequence, through: link.sequence) }
        if link.hash == nil { return .rehashed(link.sequence, Self.gone) }
        if link.sequence > base.sequence + 1 {
            return .removed(base.sequence + 1, through: link.sequence - 1)
        }
        return .edited(link.sequence)
    }

    /// Looks at what comes after it.
    mutating func weigh(_ later: AuditLink, _ digest: AuditInspection.Digest) {
        if isNext { verdict = verdictByNext(later, digest) }
        isNext = false
        verdict = verdict ?? verdictByPlace(later, digest)
    }

    private func verdictByNext(
        _ next: AuditLink, _ digest: AuditInspection.Digest
    ) -> AuditFault? {
        if next.follows(base.hash, digest) {
            return link.record == nil
                ? .rehashed(link.sequence, Self.added) : .inserted(link.sequence)
        }
        if let computed, next.follows(computed, digest) {
            return .rehashed(link.sequence, link.hash == nil ? Self.gone : Self.changed)
        }
        return nil
    }

    /// Whether what belongs here, or its hash, has come to stand elsewhere.
    private func verdictByPlace(
        _ later: AuditLink, _ digest: AuditInspection.Digest
    ) -> AuditFault? {
        if let computed, later.hash == computed {
            return .rehashed(link.sequence, "stands at row \(later.sequence); the row is right")
        }
        guard let record = later.record?.numbered(link.sequence) else { return nil }
        let hash = digest(record.text(after: base.hash))
        return hash == link.hash || hash == later.hash
            ? .reordered(link.sequence, later.sequence) : nil
    }

    /// What it is, since nothing more comes.
    func verdict(at head: AuditHead?) -> AuditFault {
        guard let head else { return likely }
        if head.sequence < link.sequence {
            return link.record == nil
                ? .rehashed(link.sequence, Self.added) : .inserted(link.sequence)
        }
        if isNext, let computed, head == AuditHead(sequence: link.sequence, hash: computed) {
            return .rehashed(link.sequence, link.hash == nil ? Self.gone : Self.changed)
        }
        if isNext, link.record == nil, head.sequence == link.sequence {
            return .removed(link.sequence, through: link.sequence, atTheEnd: true)
        }
        return likely
    }
}

/// When an orphan has been seen often and long enough to be removed.
package struct OrphanRule: Equatable, Sendable {
    package var looks: Int
    package var span: Duration

    package init(looks: Int = 3, span: Duration = .seconds(24 * 3600)) {
        self.looks = looks
        self.span = span
    }

    /// How long after the last look another one counts: a minute, or less where the span is so
    /// short that it would be over before.
    package var pause: Duration { min(.seconds(60), span / max(1, looks)) }

    /// Why it may not be removed yet, for admins; `nil` when it may.
    package func objection(to orphan: Orphan) -> String? {
        if orphan.state != .seen { return "it is \(orphan.state.rawValue) already" }
        if orphan.object.kind == .claim && orphan.object.uid.isEmpty {
            return "it has no identity by which it could be told from another: remove it by hand"
        }
        if orphan.object.mayWrite { return "it runs: stop it first" }
        if orphan.looks < looks {
            return "it was seen \(orphan.looks) times, and must be \(looks) times"
        }
        let seenFor = orphan.lastSeen - orphan.firstSeen
        if seenFor < span {
            return "it has been seen for \(seenFor.words), and must be for \(span.words)"
        }
        return nil
    }
}

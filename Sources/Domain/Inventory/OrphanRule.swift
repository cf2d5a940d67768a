/// When an orphan has been seen often and long enough to be removed.
package struct OrphanRule: Equatable, Sendable {
    package var looks: Int
    package var span: Duration

    package init(looks: Int = 3, span: Duration = .seconds(24 * 3600)) {
        self.looks = looks
        self.span = span
    }

    /// Why it may not be removed yet, for admins; `nil` when it may.
    package func objection(to orphan: Orphan) -> String? {
        if orphan.state != .seen { return "it is \(orphan.state.rawValue) already" }
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

extension Orphan {
    /// What is to be remembered after a look that has seen it again; `nil` when nothing is.
    ///
    /// - Parameters:
    ///   - moment: By the time that counts.
    ///   - pause: Looks that come earlier after the last do not count: many at once prove nothing.
    package func seen(as object: EngineObject, at moment: Instant, pause: Duration) -> Orphan? {
        guard state == .seen else { return nil }
        var seen = self
        seen.object.mayWrite = object.mayWrite
        if moment - lastSeen >= pause {
            seen.looks += 1
            seen.lastSeen = moment
        }
        return seen == self ? nil : seen
    }

    /// What is to be remembered once it is not seen any more, or no orphan any more.
    package func ended(at moment: Instant, proof: String) -> Orphan {
        var ended = self
        ended.state = .gone
        ended.endedAt = moment
        ended.proof = proof
        return ended
    }

    /// Condemned, by an admin who has confirmed the report with this digest.
    package func condemned(
        by admin: String, confirming digest: String, notBefore: Instant
    ) -> Orphan {
        var condemned = self
        condemned.state = .condemned
        condemned.condemnedBy = admin
        condemned.confirmation = digest
        condemned.notBefore = notBefore
        return condemned
    }

    /// As if it had never been condemned.
    package var spared: Orphan {
        var spared = self
        spared.state = .seen
        spared.condemnedBy = nil
        spared.confirmation = nil
        spared.notBefore = nil
        return spared
    }
}

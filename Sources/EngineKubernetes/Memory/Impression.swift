import Domain

/// What a look has seen, after so many changes had been heard of the instance.
///
/// There is one for each instance, so what can be told otherwise is not kept: of the question only
/// a fingerprint, and of what the record says as well nothing.
package struct Impression: Sendable {
    /// How long it is believed. There are things that are not heard of: a stranger's pod that
    /// mounts a claim bears no label.
    package static let trust = Duration.seconds(3600)
    /// The same, of what is on its way: events that tell why it does not get on are not heard, nor
    /// is that its time is over.
    package static let briefTrust = Duration.seconds(5)
    /// What a look finds as it was is believed twice as long as before, up to this: thousands may
    /// wait at once, as when nodes are lost, and for hours.
    package static let patience = Duration.seconds(60)

    private let question: Int
    private let seen: Observed
    /// Of where the bytes are by the record, when that was what was seen; `nil` where it was not.
    private let record: Int?
    private let at: Instant
    private let changes: Int
    private let trust: Duration

    /// - Parameter last: What was kept of the look before.
    init(
        _ observed: Observed, of desired: Desired, at now: Instant, after changes: Int,
        last: Impression?
    ) {
        let isOnRecord = observed.claims.allSatisfy { name, claim in
            claim.whereabouts == desired.whereabouts(of: name)
        }
        question = desired.question
        record = isOnRecord ? desired.record : nil
        seen = isOnRecord ? observed.withWhereabouts { _ in nil } : observed
        at = now
        self.changes = changes
        let isAsBefore = last?.seen == seen && last?.question == question
        trust =
            if seen.isSteady {
                Self.trust
            } else if let last, isAsBefore {
                min(last.trust * 2, Self.patience)
            } else {
                Self.briefTrust
            }
    }

    /// - Parameter changes: How many have been heard of by now.
    /// - Returns: `nil` where it is no answer, or is not to be believed any more.
    func observed(for desired: Desired, at now: Instant, after changes: Int) -> Observed? {
        guard changes == self.changes, question == desired.question, at <= now,
            now < at + trust
        else { return nil }
        guard let record else { return seen }
        return record == desired.record ? seen.withWhereabouts(desired.whereabouts) : nil
    }
}

extension Desired {
    /// What a look is asked; its answer holds for this question only.
    fileprivate var question: Int {
        var hasher = Hasher()
        hasher.combine(workload.revision)
        hasher.combine(claimNames)
        hasher.combine(claims.map(\.uid) + retired.map(\.uid))
        return hasher.finalize()
    }

    /// Where the bytes of its claims are, as was written down.
    fileprivate var record: Int {
        var hasher = Hasher()
        for whereabouts in claims.map(\.whereabouts) + retired.map(\.whereabouts) {
            hasher.combine(whereabouts?.place)
            hasher.combine(whereabouts?.manifest)
            hasher.combine(whereabouts?.doubt)
        }
        return hasher.finalize()
    }

    fileprivate func whereabouts(of name: ClaimName) -> Whereabouts? {
        claims.first { $0.name == name }?.whereabouts
            ?? retired.first { $0.name == name }?.whereabouts
    }
}

extension Observed {
    fileprivate func withWhereabouts(_ whereabouts: (ClaimName) -> Whereabouts?) -> Observed {
        var changed = self
        for name in claims.keys { changed.claims[name]?.whereabouts = whereabouts(name) }
        return changed
    }

    /// Whether it stays so until something is heard of it: nothing is on its way.
    fileprivate var isSteady: Bool {
        intruders.isEmpty
            && workloads.allSatisfy { workload in
                switch workload.state {
                case .created, .stopped, .running(_, .ready): true
                case .running, .changing: false
                }
            }
    }
}

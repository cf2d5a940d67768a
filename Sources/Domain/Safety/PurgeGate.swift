/// Whether the data of an ended subscription may be given up: only when grace is over and its
/// owner was told, at least twice, and had time to act upon it.
package struct PurgeGate: Equatable, Sendable {
    package enum Verdict: Equatable, Sendable {
        /// Grace is not over.
        case closed
        /// Grace is over, but something is missing; what, for admins.
        case waiting(String)
        case open
    }

    /// How many warnings must have been delivered.
    package var warnings: Int
    /// How long before the purge that must have been so.
    package var respite: Duration

    package init(warnings: Int = 2, respite: Duration = .days(1)) {
        self.warnings = warnings
        self.respite = respite
    }

    /// - Parameters:
    ///   - notices: All that were written about the subscription.
    ///   - due: The moment up to which deadlines have passed.
    package func verdict(
        on subscription: Subscription, _ notices: [Notice], due: Instant
    ) -> Verdict {
        guard subscription.isInGrace, let end = subscription.graceEndsAt, end <= due else {
            return .closed
        }
        let delivered = Self.deliveries(of: subscription, notices)
        guard delivered.count >= warnings else {
            return .waiting(
                "its owner was warned \(delivered.count) times, and must be \(warnings) times"
                    + (Self.trouble(of: subscription, notices).map { ": \($0)" } ?? ""))
        }
        let respiteEnds = delivered[warnings - 1] + respite
        guard respiteEnds <= due else {
            return .waiting("its owner was warned late, and has time until \(respiteEnds)")
        }
        return .open
    }

    /// When each warning first came through, of this ending, in order.
    private static func deliveries(
        of subscription: Subscription, _ notices: [Notice]
    ) -> [Instant] {
        let ours = notices.filter { notice in
            notice.ending == subscription.endedAt && notice.kind.warnsOfPurge
                && notice.state == .delivered
        }
        return Dictionary(grouping: ours, by: \.kind).values
            .compactMap { $0.compactMap(\.endedAt).min() }.sorted()
    }

    private static func trouble(
        of subscription: Subscription, _ notices: [Notice]
    ) -> String? {
        notices.last { $0.ending == subscription.endedAt && $0.trouble != nil }?.trouble
    }
}

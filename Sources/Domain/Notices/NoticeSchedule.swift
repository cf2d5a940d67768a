/// When the owner of an ended subscription is warned.
package enum NoticeSchedule {
    /// So long before the end of grace; the ending itself is told at once.
    private static let warnings: [(kind: Notice.Kind, before: Duration)] = [
        (.purgeIn30Days, .days(30)), (.purgeIn7Days, .days(7)), (.purgeIn1Day, .days(1)),
    ]

    /// The one warning that is due now and has not been written; of several, the last alone.
    ///
    /// - Parameters:
    ///   - written: What was written about this ending already.
    ///   - due: The moment up to which deadlines have passed.
    package static func warning(
        for subscription: Subscription, written: Set<Notice.Kind>, due: Instant
    ) -> Notice.Kind? {
        guard subscription.isInGrace, let endedAt = subscription.endedAt,
            let end = subscription.graceEndsAt
        else { return nil }
        let last = warnings.last { warning in
            let moment = end - warning.before
            return moment > endedAt && moment <= due
        }
        return last.flatMap { written.contains($0.kind) ? nil : $0.kind }
    }

    /// When something is due next, a warning or the end of grace, after `due`.
    package static func next(for subscription: Subscription, after due: Instant) -> Instant? {
        guard subscription.isInGrace, let end = subscription.graceEndsAt else { return nil }
        let moments = warnings.map { end - $0.before } + [end]
        return moments.filter { $0 > due }.min()
    }
}

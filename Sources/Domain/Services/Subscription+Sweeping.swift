extension Subscription {
    /// When something is due for it next, after `due`: its expiry, a warning, the end of grace.
    package func nextSweep(after due: Instant) -> Instant? {
        switch status {
        case .active: paidUntil
        case .expired, .cancelled: NoticeSchedule.next(for: self, after: due)
        case .purged: nil
        }
    }
}

extension Subscription {
    /// The end of grace, once time that nobody has watched is said to count: what remained of it
    /// remains. A clock that was wrong when the subscription ended then takes nothing away.
    ///
    /// - Parameters:
    ///   - counted: The time that counted until now.
    ///   - now: What the clock shows, which counts from now on.
    ///   - whole: How long a whole grace is; no more than that is given.
    package func graceEnd(
        leaping counted: Instant, to now: Instant, whole: Duration
    ) -> Instant? {
        guard isInGrace, let end = graceEndsAt, end > counted else { return graceEndsAt }
        return max(end, now + min(end - counted, whole))
    }
}

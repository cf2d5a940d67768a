/// What the database remembers of time, so that a clock that leaps makes nothing due.
///
/// Time counts only while it is watched: a pause between two looks that is longer than
/// `tolerance`, or goes backwards, counts as nothing, until an admin says that the clock is right.
package struct Timekeeping: Equatable, Sendable {
    /// What the clock showed when it was last looked at.
    package var seenAt: Instant
    /// By how much the clock is ahead of the time that counts; less than nothing where it was set
    /// back.
    package var uncounted: Duration
    /// The longest pause between two looks that counts.
    package var tolerance: Duration

    package init(seenAt: Instant, uncounted: Duration = .zero, tolerance: Duration) {
        self.seenAt = seenAt
        self.uncounted = uncounted
        self.tolerance = tolerance
    }

    /// The time that counts, when the clock shows `now`.
    package func counted(at now: Instant) -> Instant {
        let pause = now - seenAt
        let counts = pause >= .zero && pause <= tolerance
        return (counts ? now : seenAt) - uncounted
    }

    /// The moment up to which deadlines have passed: by the clock, and by the time that counts.
    package func due(at now: Instant) -> Instant { min(now, counted(at: now)) }

    /// The moment from which deadlines are reckoned: never earlier than either.
    package func latest(at now: Instant) -> Instant { max(now, counted(at: now)) }

    /// What is remembered after a look.
    package func looked(at now: Instant, tolerance: Duration) -> Timekeeping {
        Timekeeping(
            seenAt: now, uncounted: now - counted(at: now), tolerance: tolerance)
    }

    /// What is remembered once an admin has said that the clock is right.
    package func accepted(at now: Instant) -> Timekeeping {
        Timekeeping(seenAt: now, tolerance: tolerance)
    }

    /// In words for admins, where the clock and the time that counts disagree.
    package func doubt(at now: Instant) -> String? {
        let ahead = now - counted(at: now)
        guard ahead != .zero else { return nil }
        let what =
            ahead > .zero
            ? "The clock is ahead of the time that Holdfast has watched, by \(ahead.words)"
            : "The clock was set back by \((.zero - ahead).words)"
        return what + ". Nothing expires or is destroyed early for that. If the clock is right "
            + "now, say so: holdfast admin clock accept."
    }
}

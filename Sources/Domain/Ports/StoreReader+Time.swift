extension StoreReader {
    /// The moment up to which deadlines have passed, whatever the clock was set to.
    package func due() throws -> Instant { try timekeeping()?.due(at: now) ?? now }

    /// The time that counts: it goes on only while it is watched, whatever the clock was set to.
    package func counted() throws -> Instant { try timekeeping()?.counted(at: now) ?? now }

    /// The moment from which new deadlines are reckoned, whatever the clock was set to.
    package func latest() throws -> Instant { try timekeeping()?.latest(at: now) ?? now }
}

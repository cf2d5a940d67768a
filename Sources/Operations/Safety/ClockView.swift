package import Domain

/// What the clock shows, beside the time that counts.
package struct ClockView: Equatable, Sendable {
    package var now: Instant
    /// Up to when deadlines have passed, at most.
    package var counted: Instant
    /// In words, where the two disagree.
    package var doubt: String?

    /// Whether the clock is ahead of the time that counts.
    package var isAhead: Bool { counted < now }

    /// What says that this reading is right.
    package var confirmation: String { now.minute }

    init(_ rows: any StoreReader) throws {
        now = rows.now
        counted = try rows.counted()
        doubt = try rows.timekeeping()?.doubt(at: rows.now)
    }
}

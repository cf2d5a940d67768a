package import Domain

/// This machine's clock, beside others.
package struct ClockFacts: Equatable, Sendable {
    package var now: Instant
    /// How far the engine's clock is ahead of ours; negative behind.
    package var engineLead: Duration?
    /// The youngest moment in the database.
    package var newest: Instant?

    package init(now: Instant, engineLead: Duration? = nil, newest: Instant? = nil) {
        self.now = now
        self.engineLead = engineLead
        self.newest = newest
    }

    /// 2026-01-01: no build of this program is older.
    private static let beginning = Instant(milliseconds: 1_767_225_600_000)
    private static let advice = "Let a time service set it: timedatectl set-ntp true"

    var findings: [Diagnosis] {
        guard now >= Self.beginning else {
            return [
                .problem(.clock, .system, "The clock stands at \(now).", Self.advice)
            ]
        }
        let found = [history, engine].compactMap(\.self)
        return found.isEmpty ? [.ok(.clock, "The clock stands at \(now).")] : found
    }

    private var history: Diagnosis? {
        guard let newest, newest - now > .seconds(5) else { return nil }
        return .problem(
            .clock, .system,
            "The clock stands at \(now), and the database has records of \(newest).",
            "It was set back, or ran ahead before. Undo windows and log-ins count by it. "
                + Self.advice)
    }

    private var engine: Diagnosis? {
        guard let engineLead else { return nil }
        let seconds = engineLead.components.seconds
        let words = "The engine's clock is \(abs(seconds)) s \(seconds < 0 ? "behind" : "ahead")."
        if abs(seconds) > 60 { return .problem(.clock, .system, words, Self.advice) }
        return abs(seconds) > 2 ? .note(.clock, words, Self.advice) : nil
    }
}

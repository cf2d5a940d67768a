import Domain

/// How long to wait before the next look: growing, bounded, and never in step with others.
struct Backoff: Equatable, Sendable {
    var first: Duration
    var longest: Duration
    /// After so many looks the pause doubles.
    var patience: Int

    /// Between two looks at something that is on its way.
    static let waiting = Backoff(first: .milliseconds(100), longest: .seconds(5), patience: 10)

    /// After something that did not work.
    static let failing = Backoff(first: .milliseconds(500), longest: .seconds(120), patience: 1)

    /// Between half and all of the pause.
    /// - Parameter looks: How often it was looked at in vain, from 1 on.
    func pause(after looks: Int, _ randomness: any Randomness) -> Duration {
        let doublings = min(max(0, looks - 1) / patience, 20)
        let full = min(first * (1 << doublings), longest)
        let share = Int(randomness.bytes(1)[0])
        return full / 2 + full * share / 510
    }
}

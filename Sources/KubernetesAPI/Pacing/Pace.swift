import Domain

/// How many requests go to an API server at once, and how long it is left alone. All of it
/// follows from what the server answers: more while all goes well, half as many when it is
/// overloaded.
///
/// Source: https://kubernetes.io/docs/concepts/cluster-administration/flow-control/
struct Pace: Equatable, Sendable {
    enum Lane: CaseIterable, Sendable { case reading, changing }

    /// Whether a request may go now.
    enum Admission: Equatable, Sendable {
        case now
        /// The server wants to be left alone.
        case after(Duration)
        case whenAnotherEnds
    }

    /// A request that is under way.
    struct Pass: Equatable, Sendable {
        var lane: Lane
        fileprivate var round: Int
    }

    /// The longest that a server is obeyed: what it says of years to come is a mistake.
    static let longestPause = Duration.seconds(60)

    private struct Track: Equatable {
        var width: Int
        let widest: Int
        var underWay = 0
        var successes = 0
        /// Counts the halvings.
        var round = 0
    }

    private var reading = Track(width: 32, widest: 128)
    private var changing = Track(width: 8, widest: 32)
    private var quietUntil: Instant?

    func admission(_ lane: Lane, at now: Instant) -> Admission {
        // A clock that was set back must not keep everybody waiting: whoever has waited asks again.
        if let quietUntil, quietUntil > now, quietUntil - now <= Self.longestPause {
            return .after(quietUntil - now)
        }
        return free(lane) > 0 ? .now : .whenAnotherEnds
    }

    /// How many more may go.
    func free(_ lane: Lane) -> Int { max(0, self[lane].width - self[lane].underWay) }

    func width(_ lane: Lane) -> Int { self[lane].width }

    mutating func begin(_ lane: Lane) -> Pass {
        self[lane].underWay += 1
        return Pass(lane: lane, round: self[lane].round)
    }

    mutating func end(_ pass: Pass, _ outcome: Outcome, at now: Instant) {
        self[pass.lane].underWay -= 1
        switch outcome {
        case .done: widen(pass.lane)
        case .overloaded(let pause):
            narrow(pass)
            if let pause { beQuiet(until: now + min(pause, Self.longestPause)) }
        case .failed: break
        }
    }

    private mutating func beQuiet(until moment: Instant) {
        quietUntil = max(quietUntil ?? moment, moment)
    }

    private mutating func widen(_ lane: Lane) {
        self[lane].successes += 1
        guard self[lane].successes >= self[lane].width else { return }
        self[lane].successes = 0
        self[lane].width = min(self[lane].width + 1, self[lane].widest)
    }

    /// Those that were under way together are refused together: that halves only once.
    private mutating func narrow(_ pass: Pass) {
        guard pass.round == self[pass.lane].round else { return }
        self[pass.lane].round += 1
        self[pass.lane].successes = 0
        self[pass.lane].width = max(1, self[pass.lane].width / 2)
    }

    private subscript(lane: Lane) -> Track {
        get { lane == .reading ? reading : changing }
        set { if lane == .reading { reading = newValue } else { changing = newValue } }
    }
}

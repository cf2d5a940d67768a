/// What is asked for and who is killed when: all of it decided by the seed.
///
/// Verbs and targets are dealt like cards, so that each comes up in a short run as well.
struct Schedule: Sendable {
    /// How many services write at once, and how many there ever are.
    static let mostAtOnce = 3
    static let mostEver = 8

    let seed: UInt64
    let cycles: [Cycle]

    init(seed: UInt64, cycles count: Int) {
        self.seed = seed
        var dealer = Dealer(seed: seed)
        cycles = (0..<max(0, count)).map { dealer.deal($0 + 1) }
    }
}

/// Knows what can be asked of each service, as far as that follows from what was asked before.
private struct Dealer {
    private struct Service {
        var isStopped = false
        var wasReset = false
        var rests = false
    }

    private static let targets: [[Blow.Target]] =
        Blow.Target.allCases.map { [$0] } + [[.daemon, .holdfast], [.holdfast, .container]]

    private var dice: Dice
    private var services: [Service] = []
    private var verbs: [Verb] = []
    private var targets: [[Blow.Target]] = []

    init(seed: UInt64) { dice = Dice(seed: seed) }

    mutating func deal(_ number: Int) -> Cycle {
        let verb = nextVerb()
        let rests = verb == .create ? makeRoom() : nil
        if verb == .create { services.append(Service()) }
        let able = services.indices.filter { isAble($0, to: verb) }
        let service = verb == .create ? services.count - 1 : able.randomElement(using: &dice) ?? 0
        note(verb, of: service)
        return Cycle(
            number: number, verb: verb, service: service, rests: rests, blows: nextBlows())
    }

    /// The first card that can be played; where there is none, more are dealt.
    private mutating func nextVerb() -> Verb {
        while true {
            if let place = verbs.firstIndex(where: isPlayable) { return verbs.remove(at: place) }
            verbs += Verb.allCases.shuffled(using: &dice)
        }
    }

    private func isPlayable(_ verb: Verb) -> Bool {
        if verb == .create { return services.count < Schedule.mostEver }
        return services.indices.contains { isAble($0, to: verb) }
    }

    private func isAble(_ index: Int, to verb: Verb) -> Bool {
        let service = services[index]
        guard !service.rests else { return false }
        switch verb {
        case .create: return false
        case .start: return service.isStopped
        case .restart, .stop: return !service.isStopped
        case .reset: return true
        case .undo: return service.wasReset
        }
    }

    private mutating func makeRoom() -> Int? {
        let busy = services.indices.filter { !services[$0].rests }
        guard busy.count == Schedule.mostAtOnce, let oldest = busy.first else { return nil }
        services[oldest].rests = true
        return oldest
    }

    private mutating func note(_ verb: Verb, of service: Int) {
        switch verb {
        case .create, .restart, .undo: break
        case .stop: services[service].isStopped = true
        case .start: services[service].isStopped = false
        case .reset: services[service].wasReset = true
        }
    }

    private mutating func nextBlows() -> [Blow] {
        if targets.isEmpty { targets = Self.targets.shuffled(using: &dice) }
        return targets.removeLast().map { target in
            // Half of them fall early, while most of the steps are taken.
            let isEarly = Bool.random(using: &dice)
            return Blow(
                target: target, after: Int.random(in: 0..<(isEarly ? 400 : 2_500), using: &dice),
                absence: Int.random(in: 0..<2_000, using: &dice),
                isHasty: target == .holdfast && Int.random(in: 0..<4, using: &dice) == 0)
        }
    }
}

/// Throws the dice for a script. Which classes of trouble there are differs from seed to seed, so
/// that each is also met alone.
struct ScriptMaker {
    var dice: Dice
    let setting: Setting
    private let hasMeddlers: Bool
    private let hasLeaps: Bool
    private let hasBackups: Bool
    private let hasTwoProcesses: Bool
    private let hasReleases: Bool
    private let faultKinds: [(weight: Int, Fault.Kind)]
    private let deeds: [(weight: Int, Group)]
    private var hasBackup = false

    private enum Group { case subscribe, ask, again, pay, decide, meddle, pass, outage, process }

    init(seed: UInt64, in world: World) {
        var dice = Dice(seed: seed)
        var setting = Setting(in: world)
        setting.startsReady = dice.chance(70)
        setting.enforcesSizes = dice.chance(50)
        setting.guardsClaims = dice.chance(70)
        setting.workers = 1 + dice.below(3)
        setting.purgeDays = dice.chance(50) ? 0 : 1
        self.setting = setting
        hasMeddlers = dice.chance(40)
        hasLeaps = dice.chance(25)
        hasBackups = dice.chance(20)
        hasTwoProcesses = dice.chance(20)
        hasReleases = dice.chance(10)
        faultKinds = Self.faultKinds(&dice, in: world)
        deeds = [
            (3, .subscribe), (62, .ask), (4, .again), (5, .pay), (5, .decide),
            (hasMeddlers ? 14 : 0, .meddle), (14, .pass), (4, .outage), (6, .process),
        ]
        self.dice = dice
    }

    private static func faultKinds(
        _ dice: inout Dice, in world: World
    ) -> [(weight: Int, Fault.Kind)] {
        var kinds: [(weight: Int, Fault.Kind)] = [(2, .slow(30)), (1, .slow(700))]
        if dice.chance(70) { kinds += Fault.Phase.allCases.map { (6, .crash($0)) } }
        if dice.chance(70) {
            kinds += [(4, .unreachable(isTaken: true)), (4, .unreachable(isTaken: false))]
            kinds += world == .docker ? engineKinds : clusterKinds
        }
        if dice.chance(15) { kinds.append((6, .late(60))) }
        if dice.chance(60) { kinds += [(4, .busy), (2, .full)] }
        if dice.chance(20) { kinds.append((5, .commitLost)) }
        if dice.chance(40) {
            kinds += [
                (3, .mailLater(isTaken: true)), (3, .mailLater(isTaken: false)), (1, .mailNever),
            ]
        }
        return kinds
    }

    /// In one of three episodes, a trap; a subscription in any case.
    mutating func beginning() -> [Scene] {
        guard dice.chance(33) else { return [Scene(subscription(), pause: 20)] }
        var scenes: [Scene] = []
        for scene in dice.pick(Recipe.traps(in: setting.world) + [.putBack]).scenes {
            if dice.chance(10) { scenes.append(self.scene()) }
            scenes.append(scattered(scene))
        }
        return scenes
    }

    /// At which request to a cluster a trap snaps is left to chance: there are many.
    private mutating func scattered(_ scene: Scene) -> Scene {
        guard scene.faults.contains(where: { $0.at == .send }) else { return scene }
        var scene = scene
        let shift = dice.below(24)
        for number in scene.faults.indices { scene.faults[number].after += shift }
        return scene
    }

    private static let engineKinds: [(weight: Int, Fault.Kind)] = [
        (3, .stale), (3, .failed), (1, .portTaken),
    ]

    private static let clusterKinds: [(weight: Int, Fault.Kind)] = [
        (3, .dropped(isTaken: true)), (3, .dropped(isTaken: false)), (3, .refused(409)),
        (1, .refused(410)), (2, .refused(429)), (2, .refused(500)), (2, .late(5)), (4, .usurped),
    ]

    private static let enginePorts = Port.allCases.filter { !$0.isOfCluster }
    private static let clusterPorts: [Port] = [.send, .write, .redeem, .mail]

    /// Somewhere, or at a call of a certain kind: what is done seldom would be missed otherwise.
    /// A cluster is asked several times where the port of an engine is asked once.
    mutating func fault() -> Fault {
        let kind = dice.pick(weighted: faultKinds)
        let isCluster = setting.world == .kubernetes
        let ports = (isCluster ? Self.clusterPorts : Self.enginePorts).filter(kind.suits)
        guard !ports.isEmpty, dice.chance(25) else {
            return Fault(after: dice.below(isCluster ? 120 : 24), kind)
        }
        return Fault(after: dice.below(4), kind, at: dice.pick(ports))
    }

    mutating func subscription() -> Deed {
        .subscribe(
            customer: dice.below(Cast.customers), service: dice.chance(75) ? 0 : 1,
            variant: dice.below(2))
    }

    mutating func scene() -> Scene {
        let deed = self.deed()
        var faults: [Fault] = []
        while dice.chance(30), faults.count < 3 { faults.append(fault()) }
        let pause = dice.pick(weighted: [(3, 0), (3, 1), (4, 8), (1, 60)])
        return Scene(deed, faults: faults, pause: pause)
    }

    private mutating func deed() -> Deed {
        switch dice.pick(weighted: deeds) {
        case .subscribe: subscription()
        case .ask: question()
        case .again: .repeatRequest(back: 1 + dice.below(3))
        case .pay: .pay(isRenewal: dice.chance(50), slot: slot(), isRepeated: dice.chance(50))
        case .decide: .decide(dice.pick(Deed.Decision.allCases))
        case .meddle: .meddle(dice.pick(Deed.Meddling.all(in: setting.world)), slot: slot())
        case .pass: .pass(hours: dice.pick([7, 7, 35, 42, 42]))
        case .outage: outage()
        case .process: process()
        }
    }

    private mutating func slot() -> Int { dice.below(3) }

    private mutating func question() -> Deed {
        let verb: Deed.Verb = dice.pick(weighted: [
            (8, .restart), (6, .stop), (8, .start), (10, .reset), (8, .undoReset),
            (3, .changeToPlus), (2, .changeToBasic), (3, .update), (2, .rollback), (9, .cancel),
            (9, .resubscribe),
            (8, .delete), (6, .undoDelete),
        ])
        return .ask(
            verb, slot: slot(), asAdmin: dice.chance(25), isConfirmed: dice.chance(93))
    }

    private mutating func outage() -> Deed {
        dice.chance(50) ? .engine(isDown: dice.chance(40)) : .mail(isDown: dice.chance(40))
    }

    private mutating func process() -> Deed {
        if hasLeaps, dice.chance(40) { return .leap(days: dice.pick([365, -365, 40, -40])) }
        if hasBackups, dice.chance(60) {
            hasBackup.toggle()
            return hasBackup ? .backUp : .putBack
        }
        if hasReleases, dice.chance(40) { return .install(isNext: dice.chance(60)) }
        if hasTwoProcesses, dice.chance(50) { return .secondProcess(isOn: dice.chance(70)) }
        return dice.chance(70) ? .kill : .publish(version: 1 + dice.below(2))
    }
}

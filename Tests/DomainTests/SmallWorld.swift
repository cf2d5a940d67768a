import Domain
import TestSupport

/// One instance in one of finitely many states, wish and world together.
struct SmallWorld: CustomStringConvertible {
    enum Container: CaseIterable { case absent, created, stopped, running, runningOld, twoRunning }
    enum Claim: CaseIterable { case absent, known, lost, impostor }
    enum Restart: CaseIterable { case none, wanted, begun }
    enum Retired: CaseIterable { case none, waiting, due, begun }

    private(set) var story = Story()
    var engine = MemoryWorld(images: [])
    private(set) var isAtRest = false
    private(set) var madeAnew: [ClaimName] = []
    private(set) var destroyedUnasked: [ClaimName] = []
    let description: String
    /// Claims that are not to be guarded: of others, and what is being destroyed.
    private(set) var givenUp: Set<ClaimName> = []
    private let mayDestroy: Bool

    static var all: [SmallWorld] {
        var worlds: [SmallWorld] = []
        for wish in ServiceInstance.Wish.allCases {
            for container in Container.allCases {
                for claim in Claim.allCases {
                    for flags in 0..<32 {
                        for restart in Restart.allCases {
                            worlds += Retired.allCases.map { retired in
                                SmallWorld(
                                    wish: wish, container: container, claim: claim,
                                    isForeignHeld: flags & 1 == 1, hasImage: flags & 2 == 2,
                                    isSmall: flags & 4 == 4, isBare: flags & 8 == 8,
                                    isDetached: flags & 16 == 16,
                                    restart: restart, retired: retired)
                            }
                        }
                    }
                }
            }
        }
        return worlds
    }

    init(
        wish: ServiceInstance.Wish, container: Container, claim: Claim, isForeignHeld: Bool,
        hasImage: Bool, isSmall: Bool = false, isBare: Bool = false, isDetached: Bool = false,
        restart: Restart,
        retired: Retired
    ) {
        description =
            "\(wish) \(container) \(claim) foreign:\(isForeignHeld) image:\(hasImage) "
            + "small:\(isSmall) bare:\(isBare) detached:\(isDetached) "
            + "\(restart) \(retired)"
        mayDestroy = retired == .due || retired == .begun
        story.desired.wish = wish
        // Every claim of this world holds one byte: where that is enforced, it is to grow.
        engine.enforcesSizes = isSmall
        if hasImage { engine.images.insert(story.desired.workload.spec.image) }
        place(claim)
        place(container)
        if isForeignHeld { placeStranger() }
        if restart != .none { story.desired.restart = .init(from: nil) }
        if restart == .begun { story.desired.restart = .init(from: RunID("run-0")) }
        if retired != .none { place(retired) }
        // What the world was set up with is not what the walk did.
        engine.doubleWriters = []
        if claim == .impostor { givenUp.insert(name) }
        if retired == .begun { givenUp.insert(story.retiredName) }
        if isDetached && claim == .known { engine.claims[name]?.isDetached = true }
        engine.guardsClaims = !isBare
        for name in engine.claims.keys { engine.claims[name]?.isGuarded = !isBare }
    }

    private var name: ClaimName { story.desired.claims[0].name }

    private mutating func place(_ claim: Claim) {
        if claim != .absent { story.bind() }
        guard claim == .known || claim == .impostor else { return }
        engine.claims[name] =
            claim == .known
            ? .init(uid: ClaimUID("uid"), volumeID: VolumeID("volume"), size: Bytes(1))
            : .init(uid: ClaimUID("impostor"), volumeID: nil, size: Bytes(1))
    }

    private mutating func place(_ container: Container) {
        guard container != .absent else { return }
        add("a", isOld: container == .runningOld)
        engine.containers[WorkloadID("a")]?.wasStarted = container != .created
        if container != .created && container != .stopped { engine.run(WorkloadID("a")) }
        guard container == .twoRunning else { return }
        add("b", isOld: false)
        engine.run(WorkloadID("b"))
    }

    private mutating func add(_ id: String, isOld: Bool) {
        var workload = story.desired.workload
        if isOld { workload.generation = 0 }
        engine.containers[WorkloadID(id)] = .init(
            id: WorkloadID(id), workload: workload, name: id,
            claims: isOld ? [story.retiredName] : [name])
    }

    private mutating func placeStranger() {
        let id = WorkloadID("stranger")
        engine.containers[id] = .init(id: id, workload: nil, name: "stranger", claims: [name])
        engine.run(id)
    }

    private mutating func place(_ retired: Retired) {
        let due = retired == .waiting ? story.now + .seconds(1) : story.now
        story.retire(uid: "old", notBefore: due)
        story.desired.retired[0].hasBegun = retired == .begun
        engine.claims[story.retiredName] = .init(
            uid: ClaimUID("old"), volumeID: VolumeID("old"), size: Bytes(1))
    }

    /// Look, learn, plan, take the first step; as the reconciler does.
    mutating func walk() {
        for _ in 0..<30 {
            story.observed = engine.look(at: story.desired)
            if !story.findings.isEmpty {
                for finding in story.findings { write(finding) }
                continue
            }
            guard let step = story.steps.first else { return isAtRest = true }
            switch step {
            case .act(let act): take(act)
            case .wait: return
            case .callForHelp: return isAtRest = true
            case .destroy: destroy()
            }
        }
    }

    private mutating func take(_ act: Act) {
        if case .createClaim(let claim) = act, claim.uid != nil { madeAnew.append(claim.name) }
        _ = engine.take(act)
    }

    private mutating func destroy() {
        let retired = story.desired.retired[0]
        if !mayDestroy { destroyedUnasked.append(retired.name) }
        story.desired.retired[0].hasBegun = true
        if let uid = retired.uid { _ = engine.destroy(retired.name, uid) }
        destroyedUnasked += engine.destroyed.filter { $0 != story.retiredName }
    }

    private mutating func write(_ finding: Finding) {
        switch finding {
        case .claimBound(_, let uid):
            story.desired.claims[0].uid = uid
            story.desired.claims[0].status = .bound
        case .claimPlaced(_, let whereabouts):
            story.desired.claims[0].whereabouts = whereabouts
        case .claimLost(let volume, _, _): mark(volume, .lost)
        case .claimFound(let volume, _): mark(volume, .bound)
        case .restartBegun(let run): story.desired.restart?.from = run
        case .restartDone: story.desired.restart = nil
        case .destructionProven: story.desired.retired = []
        }
    }

    private mutating func mark(_ volume: VolumeID, _ status: Volume.ClaimStatus) {
        if story.desired.claims[0].volumeID == volume { story.desired.claims[0].status = status }
        if let index = story.desired.retired.firstIndex(where: { $0.volumeID == volume }) {
            story.desired.retired[index].status = status
        }
    }
}

import Domain
import TestSupport
import Wire

/// A cluster: its API server, all that acts by itself in it, what is on its volumes, and those
/// who listen.
final class PlayedCluster: @unchecked Sendable {
    // Unchecked: all of it is touched by the thread alone that drives the executor.
    static let install = "play"

    private(set) var model = ModelCluster()
    var controllers = ModelControllers()
    /// What applications have written, by the handles of the volumes.
    var records: [String: [MemoryWorld.Record]] = [:] {
        didSet { drawn = nil }
    }
    /// Whose bytes they are, by the handles: as the claim said for which they were made.
    var identities: [String: ClaimUID] = [:]
    /// How the program has asked for its sets, by their uids.
    var sets: [String: AskedSet] = [:]
    var listeners: [Int: Listener] = [:]
    var nextListener = 0
    /// Everything that the program has done, in order.
    var acts: [Act] = []
    /// How many of its requests have changed a service, apart from its data.
    var writes = 0
    /// What strangers have made, to be removed by them one day.
    var planted: Set<ModelKey> = []
    /// One element whenever something has changed.
    let bell: AsyncStream<Void>
    private let rope: AsyncStream<Void>.Continuation
    private let clock: VirtualClock
    private var names = 0
    private var drawn: View?
    let enforcesSizes: Bool

    struct AskedSet {
        var workload: Workload
        var spec: JSONValue
    }

    init(_ script: Script, _ clock: VirtualClock) {
        self.clock = clock
        enforcesSizes = script.setting.enforcesSizes
        (bell, rope) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        furnish(script)
    }

    /// A node, and a class for the volumes of those who name none.
    private func furnish(_ script: Script) {
        ask("POST", ModelKind.node.path(), ["metadata": ["name": "node-1"]])
        ask(
            "POST", ModelKind.storageClass.path(),
            [
                "metadata": [
                    "name": "disk",
                    "annotations": ["storageclass.kubernetes.io/is-default-class": "true"],
                ],
                "provisioner": "disk.example.org",
                "allowVolumeExpansion": .bool(script.setting.enforcesSizes),
                "reclaimPolicy": script.setting.guardsClaims ? "Retain" : "Delete",
                "volumeBindingMode": script.seed.isMultiple(of: 2)
                    ? "Immediate" : "WaitForFirstConsumer",
            ])
    }

    /// The cluster's own clock is right.
    var now: Instant { clock.now() - clock.isAheadBy }

    var elapsed: Duration { clock.elapsed }

    var newUID: () -> String {
        { [unowned self] in
            names += 1
            return "uid-\(names)"
        }
    }

    /// - Returns: What it has changed, too.
    func answer(_ request: ModelRequest) -> (answer: ModelAnswer, changes: [ModelChange]) {
        let before = model.version
        let answer = model.answer(request, now: now, newUID: newUID)
        let changes = Array(model.changes(since: before))
        if !changes.isEmpty { touch() }
        return (answer, changes)
    }

    /// As anybody but the program asks.
    @discardableResult
    func ask(
        _ method: String, _ target: String, _ body: JSONValue? = nil, type: String? = nil
    ) -> (answer: ModelAnswer, changes: [ModelChange]) {
        answer(ModelRequest(method, target, json: body, contentType: type))
    }

    /// Lets one of those who act by themselves do so.
    ///
    /// - Returns: `nil` where there is nothing to do.
    func step(_ dice: inout Dice) -> [ModelChange]? {
        let before = model.version
        let first = dice.below(ModelControllers.parts)
        guard controllers.step(&model, now: now, first: first, newUID: newUID) else { return nil }
        drawn = nil
        return Array(model.changes(since: before))
    }

    func touch() {
        drawn = nil
        rope.yield()
    }

    /// Forgets what was, so that whoever wants to go on from there must look at all.
    func compact() {
        model.compact()
        touch()
    }

    func watch(_ request: ModelRequest) -> Result<ModelWatch, ModelAnswerError> {
        model.watch(request)
    }

    var view: View {
        if let drawn { return drawn }
        let view = View(self)
        drawn = view
        return view
    }
}

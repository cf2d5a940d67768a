import Domain
import StoreSQL
import TestSupport

/// What all who take part in one episode share.
final class Stage: @unchecked Sendable {
    // Unchecked: all of it is touched by the thread alone that drives the executor.
    let executor: SimulationExecutor
    let clock: VirtualClock
    let database: SimulatedDatabase
    /// For those who judge: no fault touches it.
    let rows: SQLStore
    let cast: Cast
    /// A host with Docker; nothing happens there where there is a cluster.
    var world: MemoryWorld
    let cluster: PlayedCluster?
    var truth = Truth()
    var promises = Promises()
    var trace: Trace
    var dice: Dice
    var violations: [Violation] = []
    /// What is still to go wrong in the present scene.
    var faults: [Fault] = []
    /// Calls in the present scene, and in each of those before it.
    var calls = 0
    var callsByScene: [Int] = []
    var faultsMet = 0
    /// How many calls take their time at present.
    var slowCalls = 0
    var lives: [Life] = []
    var listeners: [(life: Life, tell: AsyncStream<InstanceID>.Continuation)] = []
    /// Set when the play is over: nobody starts another process.
    var isOver = false

    init(
        _ script: Script, executor: SimulationExecutor, clock: VirtualClock,
        database: SimulatedDatabase, cast: Cast, isTold: Bool
    ) {
        self.executor = executor
        self.clock = clock
        self.database = database
        self.cast = cast
        rows = SQLStore(migrated: database)
        trace = Trace(isTold: isTold)
        dice = Dice(seed: script.seed ^ 0x5eed)
        cluster =
            script.setting.world == .kubernetes ? PlayedCluster(script, clock) : nil
        world = MemoryWorld(images: [])
        world.registry = [CatalogOfPlay.image(1), CatalogOfPlay.image(2)]
        world.startsReady = script.setting.startsReady
        world.enforcesSizes = script.setting.enforcesSizes
        world.guardsClaims = script.setting.guardsClaims
    }

    func tell(_ text: @autoclosure () -> String) { trace.tell(clock.elapsed, text()) }

    func blame(_ invariant: Invariant, _ what: String) {
        guard !violations.contains(where: { $0.invariant == invariant && $0.what == what })
        else { return }
        violations.append(Violation(invariant: invariant, what: what, at: clock.elapsed))
        tell("BROKEN \(invariant.rawValue): \(what)")
    }

    /// Lets whoever listens know that an instance may have changed: once, twice, or not at all.
    func whisper(_ id: InstanceID) {
        for (life, tell) in listeners where life.isAlive {
            for _ in 0..<dice.pick([0, 1, 1, 2]) { tell.yield(id) }
        }
    }
}

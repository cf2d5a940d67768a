package import Domain
package import Logging

/// The one door for machines: look, plan, take the first step, look again.
///
/// Level-triggered: whispers and commits only say where to look first; the periodic look at
/// everything is the truth. Ends when its task is cancelled.
package struct ReconcileLoop: Sendable {
    private let store: any Store
    private let engine: any Engine
    private let clock: any WallClock
    private let settings: ReconcilerSettings
    private let logger: Logger
    private let room: WakeRoom
    private let worker: InstanceWorker
    private let survey: Survey

    package init(
        store: any Store, engine: any Engine, clock: any WallClock,
        randomness: any Randomness, settings: ReconcilerSettings, logger: Logger
    ) {
        self.store = store
        self.engine = engine
        self.clock = clock
        self.settings = settings
        self.logger = logger
        room = WakeRoom(clock: clock)
        worker = InstanceWorker(
            store: store, engine: engine, randomness: randomness, settings: settings,
            logger: logger)
        survey = Survey(beside: worker, randomness: randomness, rule: settings.orphanRule)
    }

    package func run() async {
        await begin()
        let changes = store.changes()
        await withDiscardingTaskGroup { group in
            group.addTask { await room.keepTime() }
            group.addTask { await listen(to: changes) }
            group.addTask { await listenToEngine() }
            group.addTask { await lookAtAll() }
            group.addTask { await greet() }
            group.addTask { await measure() }
            group.addTask { await compare() }
            for _ in 0..<settings.workers {
                group.addTask { await work() }
            }
        }
    }

    private func work() async {
        while let id = await room.next() {
            let pause = await worker.lookAfter(id)
            if let pause { room.wake(id, after: pause) }
            room.finish(id)
        }
    }

    private func listen(to changes: AsyncStream<StoreChange>) async {
        for await change in changes {
            if case .instance(let id) = change { room.wake(id) }
        }
    }

    private func listenToEngine() async {
        await engine.whisper { room.wake($0) }
    }

    private func lookAtAll() async {
        repeat {
            await wakeAll()
        } while await pause(settings.lookInterval)
    }

    private func wakeAll() async {
        do {
            room.wake(try await store.read { try $0.instanceIDs() })
        } catch {
            logger.error("Cannot list the instances", metadata: ["error": "\(error)"])
        }
    }

    /// Writes down when the engine goes and comes; when it comes, everything is looked at.
    private func greet() async {
        var watch = EngineWatch(store: store, engine: engine, logger: logger)
        repeat {
            if await watch.look() { await wakeAll() }
        } while await pause(settings.greetInterval)
    }

    private func begin() async {
        do {
            try await worker.destroyer.epochs.begin()
        } catch {
            logger.error("Cannot advance the epoch", metadata: ["error": "\(error)"])
        }
    }

    private func compare() async {
        var last: Instant?
        repeat {
            let now = clock.now()
            let isDue = last.map { now < $0 || now >= $0 + settings.surveyInterval } ?? true
            if !isDue, await survey.isQuiet() { continue }
            await survey.look()
            last = now
        } while await pause(settings.lookInterval)
    }

    private func measure() async {
        let watch = UsageWatch(store: store, engine: engine, logger: logger)
        repeat {
            await watch.look()
        } while await pause(settings.measureInterval)
    }

    /// False when the task was cancelled meanwhile.
    private func pause(_ duration: Duration) async -> Bool {
        do { try await clock.sleep(for: duration) } catch { return false }
        return true
    }
}

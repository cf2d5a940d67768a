import Domain
import Logging
import Operations
import Reconciler
import TestSupport

/// One process of the program: the production's own parts, joined as the server joins them, on
/// ports that go dead with it.
final class Incarnation: Sendable {
    let life: Life
    let plane: ControlPlane
    let engine: any Engine
    private let loop: ReconcileLoop
    private let courier: Courier
    private let clock: GuardedClock
    private let stage: Stage
    private let release: Release?

    init(
        on stage: Stage, number: Int, _ setting: Setting, _ shelf: CatalogShelf,
        _ release: Release?
    ) {
        self.stage = stage
        self.release = release
        life = Life(number: number)
        life.isOpen = release == nil
        let store = GuardedStore(on: stage, life)
        clock = GuardedClock(stage: stage, life: life)
        let randomness = SeededRandomness(seed: stage.dice.next())
        engine = Self.engine(on: stage, life, clock, randomness)
        plane = .ofPlay(store, shelf, randomness, setting)
        loop = ReconcileLoop(
            store: store, engine: engine, clock: clock, randomness: randomness,
            settings: ReconcilerSettings(
                address: plane.settings.address, hostPorts: Law.ports, workers: setting.workers,
                lookInterval: .seconds(180), greetInterval: .seconds(60),
                measureInterval: .seconds(1800), orphanRule: plane.settings.orphanRule,
                catalog: { shelf.standing.catalog }),
            logger: Self.logger)
        courier = Courier(
            store: store, notifier: GuardedNotifier(stage: stage, life: life), clock: clock,
            randomness: randomness,
            settings: CourierSettings(channels: [.mail], lookInterval: .seconds(600)),
            logger: Self.logger)
    }

    private static func engine(
        on stage: Stage, _ life: Life, _ clock: GuardedClock, _ randomness: any Randomness
    ) -> any Engine {
        guard let cluster = stage.cluster else { return GuardedEngine(stage: stage, life: life) }
        return WatchedEngine(on: stage, life, cluster, clock, randomness, logger)
    }

    static var logger: Logger {
        var logger = Logger(label: "play") { _ in SwiftLogNoOpLogHandler() }
        logger.logLevel = .critical
        return logger
    }

    /// Runs until it is killed.
    func live() async {
        guard await opensDatabase() else { return stage.end(life) }
        await withDiscardingTaskGroup { group in
            group.addTask { await self.loop.run() }
            group.addTask { await self.courier.run() }
            group.addTask { await self.sweep() }
            await life.waitForEnd()
            group.cancelAll()
        }
    }

    /// Whether its schema could be brought up to this release; an older one has to refuse.
    private func opensDatabase() async -> Bool {
        guard let release else { return true }
        do {
            try await GuardedDatabase(stage: stage, life: life).migrate(release.migrations)
            await stage.lookAtSchema(release)
            life.isOpen = true
            return true
        } catch {
            stage.tell("process \(life.number) cannot open the database: \(error)")
            return false
        }
    }

    /// As the server's own service does it.
    private func sweep() async {
        repeat { _ = try? await plane.sweep() } while await pause()
    }

    private func pause() async -> Bool {
        do { try await clock.sleep(for: .seconds(300)) } catch { return false }
        return true
    }
}

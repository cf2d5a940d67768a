import Domain
import Operations

/// Plays a script from its first scene to its end, with the production's own code on the stage.
final class Performance: @unchecked Sendable {
    // Unchecked: all of it is touched by the thread alone that drives the executor.
    let script: Script
    let stage: Stage
    /// Whether it goes on until all windows and graces are over.
    let isLong: Bool
    let shelf: CatalogShelf
    var processes: [Incarnation] = []
    var nextLife = 0
    var hasSecond = false
    var backups = 0
    /// Requests and payments that are still under way.
    var underWay = 0
    var payments = 0
    /// What is installed, where that ever changes; the schema is this program's own otherwise.
    var release: Release?

    init(_ script: Script, on stage: Stage, isLong: Bool = false) {
        self.script = script
        self.isLong = isLong
        self.stage = stage
        shelf = CatalogOfPlay.shelf(stage.clock)
    }

    func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.keepRunning() }
            if let cluster = stage.cluster {
                group.addTask { await self.playCluster(cluster) }
                group.addTask { await self.keepTime(of: cluster) }
            }
            await playScenes(&group)
            stage.calls = 0
            if stage.violations.isEmpty { await end(&group) }
            if waits, stage.violations.isEmpty { await waitForAll() }
            stage.callsByScene.append(stage.calls)
            stage.isOver = true
            stop()
            group.cancelAll()
        }
    }

    /// It takes about as long as all the rest: one in three is enough to see what is never done.
    var waits: Bool { isLong || script.seed.isMultiple(of: 3) }

    func playScenes(_ group: inout DiscardingTaskGroup) async {
        for (number, scene) in script.scenes.enumerated() where stage.violations.isEmpty {
            await play(scene, number, &group)
            await stage.look()
            stage.callsByScene.append(stage.calls)
        }
    }

    private func play(
        _ scene: Scene, _ number: Int, _ group: inout DiscardingTaskGroup
    ) async {
        stage.tell("— \(number + 1). \(scene.deed)")
        stage.trace.mix(UInt64(number))
        stage.calls = 0
        stage.faults += scene.faults
        await perform(scene.deed, &group)
        if scene.pause > 0 {
            await sleep(scene.pause)
            stage.letApplicationsWrite()
        } else {
            await stage.executor.giveWay()
        }
    }

    func sleep(_ seconds: Int) async {
        try? await stage.clock.sleep(for: .seconds(seconds))
    }

    /// Starts the program again whenever it has ended, as a machine would.
    func keepRunning() async {
        while !stage.isOver {
            let process = start()
            await process.live()
            forget(process)
            guard !stage.isOver else { return }
            await sleep(1)
        }
    }

    func start() -> Incarnation {
        nextLife += 1
        let process = Incarnation(
            on: stage, number: nextLife, script.setting, shelf, release)
        processes.append(process)
        stage.tell("process \(nextLife) starts")
        return process
    }

    func stop() {
        for process in processes { stage.end(process.life) }
    }

    func forget(_ process: Incarnation) {
        stage.tell("process \(process.life.number) has ended")
        processes.removeAll { $0 === process }
    }

    /// Whoever answers people at present.
    var door: Incarnation? { processes.last { $0.life.isOpen } }
}

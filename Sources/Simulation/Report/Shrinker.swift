/// Makes a bad episode as short as it can be with the same invariant broken, so that a person can
/// read its story.
package struct Shrinker {
    private let isBad: (Script) -> Bool
    /// How many more episodes may be played for it.
    private var patience: Int
    package private(set) var best: Script

    package init(
        _ script: Script, patience: Int = 600, isBad: @escaping (Script) -> Bool
    ) {
        best = script
        self.patience = patience
        self.isBad = isBad
    }

    package init(
        _ script: Script, breaking invariant: Invariant, in laboratory: Laboratory,
        patience: Int = 600
    ) {
        self.init(script, patience: patience) { shorter in
            let outcome = try? laboratory.play(shorter)
            return outcome?.violations.contains { $0.invariant == invariant } ?? false
        }
    }

    package mutating func run() {
        var before: Script
        repeat {
            before = best
            dropScenes()
            dropFaults()
            simplify()
        } while best != before && patience > 0
    }

    /// Takes a shorter script where it is as bad.
    private mutating func offer(_ script: Script) -> Bool {
        guard patience > 0, script != best else { return false }
        patience -= 1
        guard isBad(script) else { return false }
        best = script
        return true
    }

    /// In pieces that get smaller and smaller, from the end on.
    private mutating func dropScenes() {
        var size = best.scenes.count / 2
        while size > 0 {
            var end = best.scenes.count
            while end > 0 {
                let start = max(0, end - size)
                var shorter = best
                shorter.scenes.removeSubrange(start..<min(end, best.scenes.count))
                _ = offer(shorter)
                end = min(start, best.scenes.count)
            }
            size /= 2
        }
    }

    private mutating func dropFaults() {
        if offer(best.withoutFaults) { return }
        for scene in best.scenes.indices {
            for fault in best.scenes[scene].faults.indices.reversed() {
                var shorter = best
                shorter.scenes[scene].faults.remove(at: fault)
                _ = offer(shorter)
            }
        }
    }

    private mutating func simplify() {
        var plain = best
        plain.setting = Setting()
        if !offer(plain) {
            plain.setting = best.setting
            plain.setting.workers = 1
            _ = offer(plain)
        }
        for scene in best.scenes.indices where best.scenes[scene].pause != 8 {
            var calm = best
            calm.scenes[scene].pause = 8
            _ = offer(calm)
        }
    }
}

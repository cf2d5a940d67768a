/// How a seed becomes a script.
extension Script {
    private static let leastOperations = 30
    private static let leastFaults = 10

    package init(seed: UInt64, in world: World = .docker) {
        var maker = ScriptMaker(seed: seed, in: world)
        var scenes = maker.beginning()
        while scenes.count({ $0.deed.isOperation }) < Self.leastOperations {
            scenes.append(maker.scene())
        }
        while scenes.count({ !$0.faults.isEmpty }) < Self.leastFaults {
            scenes[maker.dice.below(scenes.count)].faults.append(maker.fault())
        }
        self.init(seed: seed, setting: maker.setting, scenes: scenes)
    }
}

extension [Scene] {
    fileprivate func count(_ isCounted: (Scene) -> Bool) -> Int {
        reduce(0) { $0 + (isCounted($1) ? 1 : 0) }
    }
}

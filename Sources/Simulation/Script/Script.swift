/// All that is decided beforehand about an episode: a seed makes it, and it can be shortened.
package struct Script: Equatable, Sendable, Codable {
    /// Decides who goes first where several could.
    package var seed: UInt64
    package var setting: Setting
    package var scenes: [Scene]

    package init(seed: UInt64, setting: Setting = Setting(), scenes: [Scene]) {
        self.seed = seed
        self.setting = setting
        self.scenes = scenes
    }

    package var operations: Int { scenes.count { $0.deed.isOperation } }
    package var faults: Int { scenes.reduce(0) { $0 + $1.faults.count } }

    /// The same without anything that goes wrong on the way.
    package var withoutFaults: Script {
        var script = self
        for place in script.scenes.indices { script.scenes[place].faults = [] }
        return script
    }
}

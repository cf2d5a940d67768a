import Domain
import Wire

extension AbilitiesReply {
    init(_ abilities: EngineAbilities) {
        let (sizes, by): (String, String?) =
            switch abilities.sizes {
            case .enforced(let by): ("enforced", by)
            case .advisory: ("advisory", nil)
            }
        self.init(
            sizes: sizes, enforcedBy: by, growth: abilities.growth.rawValue,
            changesLimitsLive: abilities.changesLimitsLive,
            classes: abilities.classes.map { $0.map { StorageClassReply($0) } })
    }
}

extension StorageClassReply {
    init(_ found: StorageAbilities) {
        self.init(
            name: found.name, provisioner: found.provisioner, isDefault: found.isDefault,
            keepsBytes: found.keepsBytes, grows: AbilityReply(found.grows),
            enforcesSizes: AbilityReply(found.enforcesSizes),
            snapshots: AbilityReply(found.snapshots), moves: AbilityReply(found.moves))
    }
}

extension AbilityReply {
    init(_ ability: StorageAbilities.Ability) {
        self.init(answer: ability.answer.rawValue, why: ability.why)
    }
}

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
            changesLimitsLive: abilities.changesLimitsLive)
    }
}

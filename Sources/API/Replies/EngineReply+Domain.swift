import Domain
import Wire

extension EngineReply {
    /// Before the first call, nothing is known.
    static let unknown = EngineReply(state: "unknown")

    init(_ health: EngineHealth) {
        self.init(
            state: health.state.rawValue, since: health.since.description,
            detail: health.detail, abilities: health.abilities.map { AbilitiesReply($0) })
    }
}

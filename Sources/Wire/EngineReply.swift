/// Whether the engine answers.
package struct EngineReply: Codable, Equatable, Sendable {
    /// `reachable`, `unreachable`, or `unknown` before the first call.
    package var state: String
    package var since: String?
    /// Its product and version, or why it cannot be reached.
    package var detail: String?
    /// As it was when it last answered.
    package var abilities: AbilitiesReply?

    package init(
        state: String, since: String? = nil, detail: String? = nil,
        abilities: AbilitiesReply? = nil
    ) {
        self.state = state
        self.since = since
        self.detail = detail
        self.abilities = abilities
    }
}

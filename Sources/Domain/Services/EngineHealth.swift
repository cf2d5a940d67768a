/// Whether the engine answers, and since when that has been so.
package struct EngineHealth: Equatable, Sendable {
    package enum State: String, Sendable { case reachable, unreachable }

    package var state: State
    package var since: Instant
    /// Its product and version, or why it cannot be reached.
    package var detail: String
    /// As it was when it last answered; `nil` while it never has.
    package var abilities: EngineAbilities?

    package init(
        state: State, since: Instant, detail: String, abilities: EngineAbilities? = nil
    ) {
        self.state = state
        self.since = since
        self.detail = detail
        self.abilities = abilities
    }
}

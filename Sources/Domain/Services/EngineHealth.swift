/// Whether the engine answers, and since when that has been so.
package struct EngineHealth: Equatable, Sendable {
    package enum State: String, Sendable { case reachable, unreachable }

    package var state: State
    package var since: Instant
    /// Its product and version, or why it cannot be reached.
    package var detail: String

    package init(state: State, since: Instant, detail: String) {
        self.state = state
        self.since = since
        self.detail = detail
    }
}

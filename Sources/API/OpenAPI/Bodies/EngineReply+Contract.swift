import Domain
import Wire

extension EngineReply: Documented {
    static let about = "Whether the engine that runs the services answers."

    static let notes: [String: Note] = [
        "state": .oneOf(
            [EngineHealth.State.reachable, .unreachable].map(\.rawValue) + ["unknown"],
            "`unknown` before the first call."),
        "since": .moment("Since when it is in this state."),
        "detail": "Its product and version, or why it cannot be reached.",
        "abilities": "What it can do, as it was when it last answered.",
    ]

    static let example = EngineReply(
        state: "reachable", since: Example.then, detail: "Docker 27.5.1, API 1.47",
        abilities: .example)
}

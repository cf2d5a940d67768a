import Domain
import Wire

extension AbilitiesReply: Documented {
    static let about = "What the engine can do on its machine, as it was found out."

    static let notes: [String: Note] = [
        "sizes": .oneOf(
            ["enforced", "advisory"],
            "Whether a volume can hold no more than its size, or is only measured."),
        "enforcedBy": "By what sizes are enforced: `btrfs`, `xfs`.",
        "growth": .oneOf(
            EngineAbilities.Growth.self, "Whether volumes grow while their services run."),
        "changesLimitsLive": "Whether a container's limits can be changed while it runs.",
        "classes": "By name; absent where there are no classes of storage.",
    ]

    static let example = AbilitiesReply(
        sizes: "enforced", enforcedBy: "btrfs", growth: "online", changesLimitsLive: true,
        classes: [.example])
}

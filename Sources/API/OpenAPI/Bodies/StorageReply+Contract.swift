import Domain
import Wire

extension StorageReply: Documented {
    static let about = "How much all volumes of one state are and hold together."

    static let notes: [String: Note] = [
        "state": .oneOf(
            [Volume.State.attached, .retired].map(\.rawValue), "In use, or kept for an undo."),
        "volumes": .count("How many."), "size": .count("What they may hold, in bytes."),
        "used": .count("What they held when they were last measured, in bytes."),
    ]

    static let example = StorageReply(
        state: "attached", volumes: 2, size: 209_715_200, used: 1_048_576)
}

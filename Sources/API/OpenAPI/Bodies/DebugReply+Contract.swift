import Wire

extension DebugReply: Documented {
    static let about = "Everything that an admin wants to know who asks what is amiss."

    static let notes: [String: Note] = [
        "items": "A piece of the list of all instances, newest first.",
        "next": "What to send as `after` to get the next piece; absent at the end.",
        "engine": "Its health, as it was last seen.",
        "trouble": "Why the engine could not be asked for this report; the rest is from rows.",
        "seenAt": "Up to when it is known what the engine has; absent where nobody could tell.",
        "epoch": "How far database and engine have come.",
        "holds": "Why nothing is destroyed; also those that were lifted.",
        "clock": "Whether the clock is believed.",
        "storage": "How much there is, by state.",
        "strays": "What the engine has, and no row claims.",
        "unknown": "Claims that only a later state of the database can have made.",
        "orphans": "What no row claims, as it is remembered.",
    ]

    static let example = DebugReply(
        items: [.example], next: Example.instanceID, engine: .example,
        trouble: "The engine does not answer: connection refused",
        seenAt: Example.then, epoch: .example,
        holds: [.example], clock: .example, storage: [.example], strays: [.example],
        unknown: [.example], orphans: .example)
}

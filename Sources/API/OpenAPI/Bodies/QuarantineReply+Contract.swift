import Wire

extension QuarantineReply: Documented {
    static let about = "Why nothing is destroyed, and what there is to be decided about."

    static let notes: [String: Note] = [
        "inForce": "Whether there is anything to decide.",
        "why": "In words; absent where there never was a quarantine.",
        "since": .moment("Since when."),
        "digest": "What to send to decide; changes whenever what is shown here does.",
        "databaseEpoch": .count("How far this database has come."),
        "engineEpoch": .count("How far the latest has come that the engine has met."),
        "claims": "What this database has never known.",
        "condemned": .count("How much would be destroyed once its window is over."),
        "liftedAt": .moment("When an admin decided."), "liftedBy": "That admin's id.",
    ]

    static let example = QuarantineReply(
        inForce: true, why: "This database is an older copy of itself.", since: Example.then,
        digest: Example.digest, databaseEpoch: 37, engineEpoch: 42, claims: [.example],
        condemned: 1, liftedAt: Example.later, liftedBy: Example.user)
}

import Wire

extension EpochReply: Documented {
    static let about = "How far database and engine have come; see the quarantine."

    static let notes: [String: Note] = [
        "database": .count("Counts whatever changes what is kept or given up."),
        "engine": .count("The latest that was written down there."),
    ]

    static let example = EpochReply(
        database: 37, engine: 37)
}

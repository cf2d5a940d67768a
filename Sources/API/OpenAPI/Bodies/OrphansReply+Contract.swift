import Wire

extension OrphansReply: Documented {
    static let about = "What nobody claims, as a report to be confirmed."

    static let notes: [String: Note] = [
        "digest": "What to send to confirm it; changes whenever what may be removed does.",
        "orphans": "In the order in which they were first seen.",
    ]

    static let example = OrphansReply(
        digest: Example.digest, orphans: [.example])
}

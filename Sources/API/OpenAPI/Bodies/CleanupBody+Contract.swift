import Wire

extension CleanupBody: Requested {
    static let about = "The confirmation of a report about orphans."

    static let notes: [String: Note] = [
        "digest": """
        Of the report that was read. Without it nothing is done, and the answer is the report.
        """
    ]

    static let example = CleanupBody(
        digest: Example.digest)
}

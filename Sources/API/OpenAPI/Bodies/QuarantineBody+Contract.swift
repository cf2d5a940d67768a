import Operations
import Wire

extension QuarantineBody: Requested {
    static let about = "The end of a quarantine."

    static let notes: [String: Note] = [
        "decision": .oneOf(
            QuarantineDecision.self,
            """
            `adopt` keeps the unknown claims with their instances; `disown` leaves them to the \
            clean-up of orphans.
            """),
        "confirm": "The digest of what was shown.",
    ]

    static let example = QuarantineBody(
        decision: "adopt", confirm: Example.digest)
}

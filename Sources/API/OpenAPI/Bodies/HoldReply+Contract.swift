import Domain
import Wire

extension HoldReply: Documented {
    static let about = "Why nothing is destroyed, whatever was asked for."

    static let notes: [String: Note] = [
        "kind": .oneOf(
            Hold.Kind.self,
            "Too much at once, or a database that is older than what the engine has seen."),
        "why": "In words.", "since": .moment("Since when."),
        "inForce": "Whether it holds now.", "remedy": "What to do about it.",
        "confirm": "What to send to lift this one, and no other.",
        "liftedAt": .moment("When an admin lifted it."), "liftedBy": "That admin's id.",
        "allowedUntil": .moment("Until when the same reason does not count again."),
    ]

    static let example = HoldReply(
        kind: "breaker", why: "50 volumes were destroyed within an hour.", since: Example.then,
        inForce: false, remedy: "See what is to be destroyed.",
        confirm: "breaker \(Example.then)", liftedAt: Example.later, liftedBy: Example.user,
        allowedUntil: Example.end)
}

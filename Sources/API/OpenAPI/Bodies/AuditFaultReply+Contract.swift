import Domain
import Wire

extension AuditFaultReply: Documented {
    static let about = "The first thing that is wrong with an audit trail."

    static let notes: [String: Note] = [
        "kind": .oneOf(AuditFault.Kind.self, "What was done."),
        "sequence": "The row that it begins with.",
        "message": "A sentence for people.",
    ]

    static let example = AuditFaultReply(
        kind: "edited", sequence: 42,
        message: "Row 42 was edited: its hash was made of another content.")
}

import Wire

extension AuditReply: Documented {
    static let about = "One act, by whom, on what."

    static let notes: [String: Note] = [
        "sequence": .count("Counts up without end; a page goes on `before` it.", from: 1),
        "at": .moment("When it was recorded, by the database's clock."),
        "actor": "A user's id, `system`, or `nobody` for strangers.",
        "role": "The role that the actor had.",
        "address": "The network address of whoever asked.",
        "requestId": "The `X-Request-Id` of the request.",
        "action": "Noun and verb: `subscription.create`.",
        "subject": "The kind of thing that it was done to.",
        "subjectId": "The id of that thing.",
        "details": "What else is known of it, by name.",
    ]

    static let example = AuditReply(
        sequence: 42, at: Example.then, actor: Example.user, role: "customer",
        address: "192.0.2.7", requestId: "7f3a9c", action: "subscription.create",
        subject: "subscription", subjectId: Example.subscription,
        details: ["service": "isso", "variant": "Free", "instance": Example.instance])
}

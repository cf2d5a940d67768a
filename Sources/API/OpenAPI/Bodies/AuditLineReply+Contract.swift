import Wire

extension AuditLineReply: Documented {
    static let about = "One line of an export of the audit trail."

    static let notes: [String: Note] = AuditReply.notes.merging([
        "detailsText": "`details` as they are kept, where that is not how they are written today.",
        "previousHash": "The hash of the row before.",
        "hash": "SHA-256 of that and of the row; absent where somebody removed it.",
    ]) { $1 }

    static let example = AuditLineReply(
        sequence: 42, at: Example.then, actor: Example.user, role: "customer",
        address: "192.0.2.7", requestId: "7f3a9c", action: "subscription.create",
        subject: "subscription", subjectId: Example.subscription,
        details: ["service": "isso"], detailsText: #"{"service": "isso"}"#,
        previousHash: Example.hash, hash: String(Example.hash.reversed()))
}

import Wire

extension AuditInspectionReply: Documented {
    static let about = "How far an inspection of the audit trail is; at its end what was found."

    static let notes: [String: Note] = [
        "checked": .count("How many rows were found right."),
        "head": "The last of them and its hash. Note it down elsewhere: see `expect`.",
        "isOver": "False while there is more to come.",
        "fault": "The first thing that is wrong. Where it is over without one, all is whole.",
    ]

    static let example = AuditInspectionReply(
        checked: 41, head: "41:\(Example.hash)", isOver: true, fault: .example)
}

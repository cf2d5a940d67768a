import Wire

/// Operations, as people read them.
enum OperationText {
    static func list(_ operations: [OperationReply], _ paint: Paint) -> String {
        guard !operations.isEmpty else { return "No operations." }
        return Table(
            ["OPERATION", "KIND", "INSTANCE", "STATE", "ASKED AT", "MESSAGE"],
            operations.map { one in
                [
                    one.id, one.kind, one.instance, one.state, Moment.text(one.createdAt),
                    one.message ?? "",
                ]
            }
        ).text(paint)
    }

    static func details(_ one: OperationReply, _ paint: Paint) -> String {
        let card = Card([
            ("Operation", one.id), ("Kind", one.kind), ("Instance", one.instance),
            ("State", one.state), ("Message", one.message), ("Asked by", one.requestedBy),
            ("Asked at", Moment.text(one.createdAt)),
            ("Ended at", one.endedAt.map { Moment.text($0) }),
            ("Deadline", one.endedAt == nil ? Moment.text(one.deadline) : nil),
        ]).text(paint)
        let text = ProgressText(paint: paint)
        let steps = one.steps.map { text.step($0, since: one.createdAt) }
        return steps.isEmpty ? card : card + "\n\n" + steps.joined(separator: "\n")
    }

    static func sentence(_ one: OperationReply) -> String {
        "\(one.kind), \(one.state)" + (one.message.map { ": \($0)" } ?? "")
    }
}

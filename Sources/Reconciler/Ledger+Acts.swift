import Domain

/// What the engine was asked to do is in the audit before it is asked: a crash leaves no act
/// without its row. Where it says no, a second row tells why.
extension Ledger {
    /// One transaction, also with what is told of it.
    ///
    /// - Parameter repair: What the owner is to know of, where nobody asked for the act.
    func begin(
        _ act: String, _ repair: (kind: String, message: String)?, _ situation: Situation
    ) async throws {
        try await store.write { rows in
            try record(act, "asked", nil, situation, rows)
            if let repair {
                try rows.append(
                    InstanceEvent(
                        instanceID: situation.instance.id, at: rows.now, severity: .warning,
                        kind: repair.kind, message: repair.message))
            }
            try change(situation.operation?.id, rows) { operation in
                operation.message = act
                try rows.append(act, to: operation.id)
            }
        }
    }

    func refuse(_ act: String, _ why: String, _ situation: Situation) async throws {
        try await store.write { try record(act, "refused", why, situation, $0) }
    }

    private func record(
        _ act: String, _ outcome: String, _ why: String?, _ situation: Situation,
        _ rows: any StoreWriter
    ) throws {
        var details = ["act": act, "outcome": outcome, "instance": situation.instance.name]
        details["operation"] = situation.operation?.id.rawValue
        details["why"] = why
        try rows.append(
            AuditEvent(
                at: rows.now, actor: .system, action: "instance.act", subject: "instance",
                subjectID: situation.instance.id.rawValue, details: details))
    }
}

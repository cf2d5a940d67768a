import Domain

extension Ledger {
    /// Writes into the story of the operation, if the wish came with one.
    func tell(_ text: String, _ situation: Situation) async throws {
        try await change(situation.operation?.id) { operation, rows in
            operation.message = text
            try rows.append(text, to: operation.id)
        }
    }

    /// What the operation waits for; no line in its story, and no write when nothing is new.
    func wait(for reason: String, _ situation: Situation) async throws {
        guard situation.operation?.message != reason else { return }
        try await change(situation.operation?.id) { operation, _ in operation.message = reason }
    }

    func succeed(_ situation: Situation) async throws {
        try await end(situation.operation?.id, .succeeded, "done")
    }

    func fail(_ why: String, _ situation: Situation) async throws {
        try await end(situation.operation?.id, .failed, why)
    }

    /// Ends the operation of an instance as failed if its time is over. The wish stays.
    func failIfOverdue(_ id: InstanceID) async throws {
        let overdue = try await store.read { rows in
            try rows.activeOperation(of: id).flatMap { $0.deadline <= rows.now ? $0 : nil }
        }
        guard let overdue else { return }
        let reason = overdue.message.map { " Last: \($0)" } ?? ""
        try await end(
            overdue.id, .failed, "It took too long; Holdfast goes on trying.\(reason)")
    }

    private func end(
        _ id: OperationID?, _ state: Operation.State, _ message: String
    ) async throws {
        try await change(id) { operation, rows in
            operation.state = state
            operation.message = message
            operation.endedAt = rows.now
            try rows.append(message, to: operation.id)
            try rows.append(
                AuditEvent(
                    at: rows.now, actor: .system, action: "operation.\(state.rawValue)",
                    subject: "operation", subjectID: operation.id.rawValue,
                    details: ["kind": operation.kind.rawValue, "message": message]))
        }
    }

    /// Changes this operation until it has ended, never one that came later.
    private func change(
        _ id: OperationID?,
        _ body: @Sendable @escaping (inout Operation, any StoreWriter) throws -> Void
    ) async throws {
        guard let id else { return }
        try await store.write { rows in
            try change(id, rows) { try body(&$0, rows) }
        }
    }

    func change(
        _ id: OperationID?, _ rows: any StoreWriter, _ body: (inout Operation) throws -> Void
    ) throws {
        guard let id, var operation = try rows.operation(id), !operation.state.isEnded else {
            return
        }
        operation.state = .running
        operation.startedAt = operation.startedAt ?? rows.now
        try body(&operation)
        try rows.update(operation)
    }
}

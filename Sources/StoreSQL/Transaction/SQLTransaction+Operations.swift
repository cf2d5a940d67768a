import Domain

extension SQLTransaction {
    func operation(_ id: OperationID) throws -> Operation? {
        try first("WHERE id = ?", SQLValue(id))
    }

    func activeOperation(of instance: InstanceID) throws -> Operation? {
        try first("WHERE instance_id = ? AND ended_at IS NULL", SQLValue(instance))
    }

    func operations(
        of customer: UserID?, subscription: SubscriptionID?, _ page: Page<Operation>
    ) throws -> [Operation] {
        try self.page(
            page,
            where: [
                ("subscription_id", subscription?.rawValue),
                ("customer_id", customer?.rawValue),
            ])
    }

    func insert(_ operation: Operation) throws {
        let isNew = try connection.execute(
            """
            \(Operation.table.insert)
            ON CONFLICT (instance_id) WHERE ended_at IS NULL DO NOTHING
            """, operation.cells())
        guard isNew == 1 else {
            guard let first = try activeOperation(of: operation.instanceID) else {
                throw StoreFailure.busy("Another operation has just ended. Try again.")
            }
            throw Refusal.busy(first.id, kind: first.kind)
        }
        note(.operation(operation.id))
        note(.instance(operation.instanceID))
    }

    func update(_ operation: Operation) throws {
        try change(
            operation, operation.id.rawValue,
            "state = ?, message = ?, started_at = ?, ended_at = ?, deadline = ?",
            [
                SQLValue(operation.state), SQLValue(operation.message),
                SQLValue(operation.startedAt), SQLValue(operation.endedAt),
                SQLValue(operation.deadline),
            ])
        note(.operation(operation.id))
    }

    func steps(of operation: OperationID, after sequence: Int) throws -> [OperationStep] {
        try all(
            "WHERE operation_id = ? AND sequence > ? ORDER BY sequence", SQLValue(operation),
            SQLValue(sequence))
    }

    func append(_ text: String, to operation: OperationID) throws {
        try connection.execute(
            """
            INSERT INTO operation_steps (operation_id, sequence, at, text)
            SELECT ?, COALESCE(MAX(sequence), 0) + 1, ?, ?
            FROM operation_steps WHERE operation_id = ?
            """, [SQLValue(operation), SQLValue(now), SQLValue(text), SQLValue(operation)])
        note(.operation(operation))
    }
}

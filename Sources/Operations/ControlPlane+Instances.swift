package import Domain

extension ControlPlane {
    /// Starts the process anew: same workload, same volumes.
    package func restart(_ context: RequestContext, _ id: String) async throws -> Operation {
        try await order(.restart, on: id, context) { instance, _, _ in
            guard instance.wish == .running else {
                throw Refusal.conflict("\(instance.name) is stopped. Start it instead.")
            }
            let before = instance.restartsWanted
            instance.restartsWanted += 1
            instance.restartFrom = nil
            return ["restarts": "\(before) → \(instance.restartsWanted)"]
        }
    }

    /// Stops the process. The volumes stay.
    package func stop(_ context: RequestContext, _ id: String) async throws -> Operation {
        try await order(.stop, on: id, context) { instance, _, _ in
            let before = instance.wish
            instance.wish = .stopped
            // A restart that was pending is not owed to a service that was stopped since.
            instance.restartsDone = instance.restartsWanted
            instance.restartFrom = nil
            return ["wish": "\(before.rawValue) → \(instance.wish.rawValue)"]
        }
    }

    package func start(_ context: RequestContext, _ id: String) async throws -> Operation {
        try await order(.start, on: id, context) { instance, _, _ in
            let before = instance.wish
            instance.wish = .running
            return ["wish": "\(before.rawValue) → \(instance.wish.rawValue)"]
        }
    }

    /// One verb on one instance, in one transaction: allowed, not a repeat, nothing else under
    /// way; then the changed wish, the operation and the audit row.
    ///
    func order(
        _ kind: Operation.Kind, on id: String, when admission: Admission = .active,
        _ context: RequestContext,
        change:
            @Sendable @escaping (
                _ instance: inout ServiceInstance, _ operation: Operation, _ rows: any StoreWriter
            ) throws -> [String: String]
    ) async throws -> Operation {
        try await store.write { rows in
            let instance = try find(id, for: context.actor, rows)
            try Access.requireOperate(context.actor)
            return try once(context, in: rows) { id in
                try found(OperationID(id), rows)
            } make: {
                let operation = try begin(
                    kind, on: instance, when: admission, context, rows, change: change)
                return (operation, operation.id.rawValue)
            }
        }
    }

    /// The same within a transaction that is open.
    ///
    /// - Parameter change: Changes the instance, and tells what the audit row is to say.
    func begin(
        _ kind: Operation.Kind, on instance: ServiceInstance, when admission: Admission,
        _ context: RequestContext, _ rows: any StoreWriter,
        change: (inout ServiceInstance, Operation, any StoreWriter) throws -> [String: String]
    ) throws -> Operation {
        var instance = instance
        try admission.check(promise(of: instance, rows), of: instance.name)
        if kind.overtakes { try overtake(instance, by: kind, rows) }
        let operation = newOperation(kind, on: instance, context, rows)
        try rows.insert(operation)
        var details = try change(&instance, operation, rows)
        details["operation"] = operation.id.rawValue
        try rows.update(instance)
        try rows.append(
            AuditEvent(
                at: rows.now, actor: context.actor, action: "instance.\(kind.rawValue)",
                subject: "instance", subjectID: instance.id.rawValue, details: details))
        return operation
    }

    /// Ends what is under way, since its wish no longer stands.
    private func overtake(
        _ instance: ServiceInstance, by kind: Operation.Kind, _ rows: any StoreWriter
    ) throws {
        guard var operation = try rows.activeOperation(of: instance.id) else { return }
        let why = "Overtaken by “\(kind.rawValue)”."
        operation.state = .failed
        operation.message = why
        operation.endedAt = rows.now
        try rows.update(operation)
        try rows.append(why, to: operation.id)
        try rows.append(
            AuditEvent(
                at: rows.now, actor: .system, action: "operation.failed", subject: "operation",
                subjectID: operation.id.rawValue,
                details: ["kind": operation.kind.rawValue, "message": why]))
    }

    func newOperation(
        _ kind: Operation.Kind, on instance: ServiceInstance, _ context: RequestContext,
        _ rows: any StoreReader
    ) -> Operation {
        Operation(
            id: makeID(at: rows.now), kind: kind, instanceID: instance.id,
            subscriptionID: instance.subscriptionID, customerID: instance.customerID,
            requestedBy: context.actor.userID?.rawValue ?? "system", createdAt: rows.now,
            deadline: rows.now + settings.operationDeadline
                + instance.spec.stopTimeout)
    }
}

package import Domain

extension ControlPlane {
    /// Newest first; of one subscription, or of all that the actor may see.
    package func operations(
        _ actor: Actor, subscription: String?, _ page: Page<Operation>
    ) async throws -> [OperationView] {
        try await store.read { rows in
            let instance = try subscription.map { try find($0, for: actor, rows) }
            return try rows.operations(
                of: Access.listed(for: actor), subscription: instance?.subscriptionID, page
            )
            .map { try view(of: $0, rows) }
        }
    }

    package func operation(_ actor: Actor, _ id: OperationID) async throws -> OperationView {
        try await store.read { rows in
            let operation = try found(id, rows)
            guard Access.maySee(actor, thingOf: operation.customerID) else {
                throw Refusal.notFound(kind: "operation", id: id.rawValue)
            }
            return try view(of: operation, rows)
        }
    }

    func found(_ id: OperationID, _ rows: any StoreReader) throws -> Operation {
        guard let operation = try rows.operation(id) else {
            throw Refusal.notFound(kind: "operation", id: id.rawValue)
        }
        return operation
    }

    private func view(of operation: Operation, _ rows: any StoreReader) throws -> OperationView {
        OperationView(
            operation: operation,
            instanceName: try outline { try rows.instance(operation.instanceID) }?.name ?? "",
            steps: try rows.steps(of: operation.id, after: 0))
    }
}

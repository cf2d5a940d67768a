import Domain

extension House {
    /// Writes down so many services, each as it stands after it was subscribed to.
    func populate(_ count: Int) async throws {
        try await fill(count, 500) { number, owner, rows in try add(number, of: owner, rows) }
    }

    /// Writes down so many subscriptions, paid for until some day of the year to come.
    func subscribe(_ count: Int) async throws {
        try await fill(count, 10_000) { number, owner, rows in
            let paidUntil = rows.now + .seconds((1 + number % 365) * 24 * 3600)
            try rows.insert(
                Subscription(
                    id: .make(at: rows.now, from: randomness), customerID: owner,
                    service: service.name, variant: service.variants[0].name,
                    createdAt: rows.now, paidUntil: paidUntil, sweepAt: paidUntil))
        }
    }

    /// - Parameter batch: How many to write down in one transaction.
    private func fill(
        _ count: Int, _ batch: Int,
        with add: @Sendable @escaping (Int, UserID, any StoreWriter) throws -> Void
    ) async throws {
        let owner = User(
            id: .make(at: clock.now(), from: randomness), email: "owner@localhost",
            name: "Owner", role: .customer, passwordHash: "none",
            mustChangePassword: false, createdAt: clock.now())
        try await store.write { try $0.insert(owner) }
        for start in stride(from: 0, to: count, by: batch) {
            try await store.write { rows in
                for number in start..<min(start + batch, count) {
                    try add(number, owner.id, rows)
                }
            }
        }
    }

    private func add(_ number: Int, of owner: UserID, _ rows: any StoreWriter) throws {
        let variant = service.variants[0]
        let subscription = Subscription(
            id: .make(at: rows.now, from: randomness), customerID: owner, service: service.name,
            variant: variant.name, createdAt: rows.now)
        try rows.insert(subscription)
        let instance = ServiceInstance(
            id: .make(at: rows.now, from: randomness), subscriptionID: subscription.id,
            customerID: owner, name: "\(service.name)-\(number)",
            spec: WorkloadSpec(of: service, variant: variant), hostPort: 20_000 + number,
            createdAt: rows.now)
        try rows.insert(instance)
        for template in service.volumes {
            try rows.insert(
                Volume(
                    id: .make(at: rows.now, from: randomness), instanceID: instance.id,
                    template: template, generation: 1,
                    size: variant.volumeSizes[template.name] ?? Bytes(0),
                    claim: ClaimName(
                        install: "bench0", instance: instance.name, volume: template.name,
                        generation: 1),
                    createdAt: rows.now))
        }
        for secret in service.secrets {
            try rows.insert(
                InstanceSecret(
                    instanceID: instance.id, generation: 1, name: secret.name,
                    value: Base32.word(secret.bytes, from: randomness)))
        }
    }
}

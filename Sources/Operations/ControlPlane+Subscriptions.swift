package import Domain

extension ControlPlane {
    package func services() -> [CatalogService] { catalog.services }

    package func service(_ name: String) throws(Refusal) -> CatalogService {
        guard let service = catalog.service(name) else {
            throw .notFound(kind: "service", id: name)
        }
        return service
    }

    package func subscriptions(
        _ actor: Actor, _ page: Page<Subscription>
    ) async throws -> [SubscriptionView] {
        try await store.read { rows in
            try rows.subscriptions(of: Access.listed(for: actor), page)
                .compactMap { try view(of: $0, rows) }
        }
    }

    /// By the subscription's id, or its instance's name or id.
    package func subscription(_ actor: Actor, _ id: String) async throws -> SubscriptionView {
        try await store.read { rows in
            let instance = try outline { try find(id, for: actor, rows) }
            guard let owner = instance?.subscriptionID,
                let subscription = try rows.subscription(owner),
                let view = try view(of: subscription, rows)
            else { throw Refusal.notFound(kind: "subscription", id: id) }
            return view
        }
    }

    /// Newest first.
    package func events(
        _ actor: Actor, subscription id: String, before: Int64?, limit: Int
    ) async throws -> [InstanceEvent] {
        try await store.read { rows in
            let instance = try find(id, for: actor, rows)
            return try rows.events(of: instance.id, before: before, limit: limit)
        }
    }

    /// The instance of a subscription, if the actor may know of it.
    func find(
        _ id: String, for actor: Actor, _ rows: any StoreReader
    ) throws -> ServiceInstance {
        let look = Result {
            try rows.instance(of: SubscriptionID(id)) ?? rows.instance(named: id)
                ?? rows.instance(InstanceID(id))
        }
        let known = try outline { try look.get() }
        guard let known, Access.maySee(actor, thingOf: known.customerID) else {
            throw Refusal.notFound(kind: "subscription", id: id)
        }
        return try look.get() ?? known
    }

    /// As much of an instance as can be read: enough to show that it is there.
    func outline(_ look: () throws -> ServiceInstance?) throws -> ServiceInstance? {
        do {
            return try look()
        } catch let damage as UnreadableInstance {
            return damage.outline
        }
    }

    func shown(
        _ id: SubscriptionID, _ rows: any StoreReader
    ) throws -> SubscriptionView {
        guard let subscription = try rows.subscription(id),
            let view = try view(of: subscription, rows)
        else { throw Refusal.notFound(kind: "subscription", id: id.rawValue) }
        return view
    }

    private func view(
        of subscription: Subscription, _ rows: any StoreReader
    ) throws -> SubscriptionView? {
        let instance = try outline { try rows.instance(of: subscription.id) }
        guard let instance else { return nil }
        let volumes = try rows.volumes(of: instance.id)
        return SubscriptionView(
            subscription: subscription, instance: instance,
            status: try status(of: instance, rows), volumes: volumes,
            usage: try rows.usage(of: instance.id),
            tickets: try rows.tickets(of: instance.id),
            operation: try rows.activeOperation(of: instance.id),
            engine: try rows.engineHealth(),
            update: availableUpdate(of: instance, subscription, volumes))
    }

    private func status(
        of instance: ServiceInstance, _ rows: any StoreReader
    ) throws -> InstanceStatus? {
        var status = try rows.status(of: instance.id)
        if instance.spec == .unreadable {
            status?.phase = .blocked
            status?.message =
                "The record of this service is damaged, so Holdfast does nothing about it. Its "
                + "data is as it was. An admin must restore the record."
        }
        return status
    }
}

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

    func view(
        of subscription: Subscription, _ rows: any StoreReader
    ) throws -> SubscriptionView? {
        let instance = try outline { try rows.instance(of: subscription.id) }
        guard let instance else { return nil }
        var isDamaged = instance.spec == .unreadable
        let volumes = try part(&isDamaged) { try rows.volumes(of: instance.id) }
        var view = SubscriptionView(
            subscription: subscription, instance: instance,
            status: try part(&isDamaged) { try rows.status(of: instance.id) } ?? nil,
            volumes: volumes ?? [],
            usage: try part(&isDamaged) { try rows.usage(of: instance.id) } ?? [],
            tickets: try part(&isDamaged) { try rows.tickets(of: instance.id) } ?? [],
            operation: try part(&isDamaged) { try rows.activeOperation(of: instance.id) } ?? nil,
            update: availableUpdate(of: instance, subscription, volumes ?? []))
        var isForeign = false
        view.engine = try part(&isForeign) { try rows.engineHealth() } ?? nil
        if isDamaged {
            view.status = damaged(view)
            view.update = nil
        }
        return view
    }

    /// What can be read of a service is shown, and one that is damaged hides no other.
    private func part<Value>(
        _ isDamaged: inout Bool, _ look: () throws -> Value
    ) throws -> Value? {
        do {
            return try look()
        } catch StoreFailure.failed {
            isDamaged = true
            return nil
        }
    }

    private func damaged(_ view: SubscriptionView) -> InstanceStatus {
        var status =
            view.status
            ?? InstanceStatus(
                instanceID: view.instance.id, phase: .blocked, message: nil,
                since: view.instance.createdAt)
        status.phase = .blocked
        status.message =
            "The record of this service is damaged, so Holdfast does nothing about it. Its "
            + "data is as it was. An admin must restore the record."
        return status
    }
}

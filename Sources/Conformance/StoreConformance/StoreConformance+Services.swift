import Domain
import Testing

extension StoreConformance {
    static let services: [Self] = [
        Self("subscriptions come back as they went in") { store in
            let world = StoreWorld()
            var subscription = world.subscription
            try await store.write { try world.insert(into: $0) }
            try await expect(store, world.subscription) { reader in
                try reader.subscription(world.subscription.id)
            }
            try await expect(store, nil) { try $0.subscription(SubscriptionID("none")) }
            subscription.variant = "Plus"
            subscription.status = .cancelled
            subscription.endedAt = StoreWorld.start + .seconds(1)
            subscription.graceEndsAt = StoreWorld.start + .seconds(2)
            try await store.write { [subscription] in try $0.update(subscription) }
            try await expect(store, subscription) { [subscription] reader in
                try reader.subscription(subscription.id)
            }
        },
        Self("subscriptions come in pages, newest first, of one customer or of all") { store in
            let worlds = (1...2).map { StoreWorld($0) }
            let subscriptions = (1...7).map { number in
                Subscription(
                    id: SubscriptionID("s-\(number)"),
                    customerID: worlds[number % 2].user.id, service: "notes",
                    variant: "Basic", createdAt: StoreWorld.start)
            }
            try await store.write { writer in
                for world in worlds { try writer.insert(world.user) }
                for subscription in subscriptions { try writer.insert(subscription) }
            }
            let newest = Array(subscriptions.reversed())
            try await expectPages(of: newest.map(\.id), store) { reader, page in
                try reader.subscriptions(of: nil, page).map(\.id)
            }
            let customer = worlds[1].user.id
            let own = newest.filter { $0.customerID == customer }.map(\.id)
            try await expectPages(of: own, store) { reader, page in
                try reader.subscriptions(of: customer, page).map(\.id)
            }
        },
        Self("instances come back as they went in") { store in
            let world = StoreWorld()
            var instance = world.instance
            try await store.write { try world.insert(into: $0) }
            try await expect(store, world.instance) { try $0.instance(world.instance.id) }
            try await expect(store, nil) { try $0.instance(InstanceID("none")) }
            try await expect(store, nil) { try $0.instance(of: SubscriptionID("none")) }
            try await expect(store, world.instance) { reader in
                try reader.instance(named: world.instance.name)
            }
            try await expect(store, nil) { try $0.instance(named: "none") }
            instance.wish = .stopped
            instance.spec.image = "example/notes:2"
            instance.spec.command = ["notes", "--port=80"]
            instance.spec.user = nil
            instance.previousSpec = world.instance.spec
            instance.hostPort = 20_999
            instance.generation = 2
            instance.restartsWanted = 3
            instance.restartsDone = 2
            instance.restartFrom = RunID("run-1")
            try await store.write { [instance] in try $0.update(instance) }
            try await expect(store, instance) { reader in
                try reader.instance(of: world.subscription.id)
            }
            instance.previousSpec = nil
            try await store.write { [instance] in try $0.update(instance) }
            try await expect(store, instance) { try $0.instance(world.instance.id) }
            var second = StoreWorld(2)
            second.instance.previousSpec = world.instance.spec
            try await store.write { [second] in try second.insert(into: $0) }
            try await expect(store, second.instance) { [id = second.instance.id] in
                try $0.instance(id)
            }
        },
        Self("a subscription has one instance, and a name belongs to one") { store in
            let world = StoreWorld()
            try await store.write { try world.insert(into: $0) }
            var second = StoreWorld(2).instance
            second.subscriptionID = world.subscription.id
            second.customerID = world.user.id
            await expectFailure { [second] in
                try await store.write { try $0.insert(second) }
            }
            var namesake = StoreWorld(2)
            namesake.instance.name = world.instance.name
            await expectFailure { [namesake] in
                try await store.write { try namesake.insert(into: $0) }
            }
        },
        Self("status is unknown at first, then what was saved last") { store in
            let world = StoreWorld()
            try await store.write { try world.insert(into: $0) }
            let fresh = InstanceStatus(
                instanceID: world.instance.id, phase: .unknown, message: nil,
                since: StoreWorld.start)
            try await expect(store, fresh) { try $0.status(of: world.instance.id) }
            var status = fresh
            for phase in Phase.allCases {
                status.phase = phase
                status.message = status.message == nil ? "why" : nil
                status.firstReadyAt = status.firstReadyAt == nil ? StoreWorld.start : nil
                status.since = status.since + .seconds(1)
                try await store.write { [status] in try $0.save(status) }
                try await expect(store, status) { try $0.status(of: world.instance.id) }
            }
        },
        Self("a full look covers all that is not erased and done with") { store in
            let world = StoreWorld()
            let id = world.instance.id
            try await store.write { try world.insert(into: $0) }
            try await expectFullLook(store, [id], ports: [20_001])
            var instance = world.instance
            instance.wish = .erased
            try await store.write { [instance] in try $0.update(instance) }
            try await expectFullLook(store, [id], ports: [20_001])
            let erased = InstanceStatus(
                instanceID: id, phase: .erased, message: nil, since: StoreWorld.start)
            try await store.write { try $0.save(erased) }
            try await expectFullLook(store, [], ports: [])
            // A deletion that can be taken back keeps its port.
            try await store.write { try $0.insert(world.ticket()) }
            try await expectFullLook(store, [id], ports: [20_001])
            _ = try await store.write { try $0.void(TicketID("ticket-1")) }
            try await expectFullLook(store, [], ports: [])
            try await store.write { try $0.insert(world.operation("operation-1")) }
            try await expectFullLook(store, [id], ports: [])
            try await store.write { writer in
                try writer.update(world.operation("operation-1", state: .succeeded))
            }
            try await expectFullLook(store, [], ports: [])
            instance.wish = .running
            try await store.write { [instance] in try $0.update(instance) }
            try await expectFullLook(store, [id], ports: [20_001])
        },
        Self("a host port belongs to one instance, until that is erased") { store in
            var first = StoreWorld(1)
            var second = StoreWorld(2)
            second.instance.hostPort = first.instance.hostPort
            try await store.write { [first] in try first.insert(into: $0) }
            await expectFailure { [second] in
                try await store.write { try second.insert(into: $0) }
            }
            first.instance.wish = .erased
            try await store.write { [first] in try $0.update(first.instance) }
            try await store.write { [second] in try second.insert(into: $0) }
        },
        Self("the engine's health is what was saved last") { store in
            try await expect(store, nil) { try $0.engineHealth() }
            for state in [EngineHealth.State.reachable, .unreachable] {
                for sizes in [.advisory, EngineAbilities.Sizes.enforced(by: "btrfs"), nil] {
                    let health = EngineHealth(
                        state: state, since: StoreWorld.start, detail: "why",
                        abilities: sizes.map { sizes in
                            EngineAbilities(
                                sizes: sizes, growth: .online, changesLimitsLive: true)
                        })
                    try await store.write { try $0.save(health) }
                    try await expect(store, health) { try $0.engineHealth() }
                }
            }
        },
        Self("facts about the installation are what was set last") { store in
            for key in MetaKey.allCases {
                try await expect(store, nil) { try $0.value(key) }
                for value in ["one", "two"] {
                    try await store.write { try $0.setValue(value, for: key) }
                    try await expect(store, value) { try $0.value(key) }
                }
            }
        },
    ]

    private static func expectFullLook(
        _ store: any Store, _ ids: [InstanceID], ports: Set<Int>,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await expect(store, ids, sourceLocation: sourceLocation) { try $0.instanceIDs() }
        try await expect(store, ports, sourceLocation: sourceLocation) { try $0.hostPorts() }
    }
}

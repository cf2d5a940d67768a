import Domain
import Testing

extension StoreConformance {
    static let whispers: [Self] = [
        Self("listeners hear of what people change") { store in
            let world = StoreWorld()
            let id = world.instance.id
            let made = try await heard(from: store) { try world.insert(into: $0) }
            #expect(made == [.instance(id)])
            let asked = try await heard(from: store) { writer in
                try writer.insert(world.operation("operation-1"))
            }
            #expect(asked == [.instance(id), .operation(OperationID("operation-1"))])
        },
        Self("listeners do not hear of what the reconciler notes") { store in
            let world = StoreWorld()
            let id = world.instance.id
            try await world.retired(in: store)
            try await store.write { try $0.insert(world.operation("operation-1")) }
            let heard = try await heard(from: store) { writer in
                try writer.save(
                    InstanceStatus(
                        instanceID: id, phase: .running, message: nil, since: StoreWorld.start))
                try writer.append(
                    InstanceEvent(
                        instanceID: id, at: StoreWorld.start, severity: .info, kind: "k",
                        message: "m"))
                try writer.nameClaim(ClaimUID("uid-1"), in: TicketID("ticket-1"))
                try writer.append("a step", to: OperationID("operation-1"))
                try writer.update(world.operation("operation-1", state: .running))
            }
            #expect(heard == [.operation(OperationID("operation-1"))])
        },
        Self("listeners hear of each change of a wish, a volume and a ticket") { store in
            let world = StoreWorld()
            try await store.write { try world.insert(into: $0) }
            var next = world.volume
            next.id = VolumeID("volume-2")
            next.generation = 2
            next.claim = ClaimName("hf-test-notes-1-data-g2")
            let another = next
            let acts: [@Sendable (any StoreWriter) throws -> Void] = [
                { try $0.update(world.instance) },
                { try $0.update(world.volume) },
                { try $0.insert(another) },
                { try $0.insert(world.ticket()) },
                { _ = try $0.void(TicketID("ticket-1")) },
            ]
            for act in acts {
                let heard = try await heard(from: store, act)
                #expect(heard == [.instance(world.instance.id)])
            }
        },
        Self("listeners hear of a notice when it is to be tried from the beginning") { store in
            let world = StoreWorld()
            try await store.write { try world.insert(into: $0) }
            let notice = world.notice("notice-1")
            let acts: [(Notice.State, attempts: Int, isHeard: Bool)] = [
                (.pending, 1, false), (.dead, 2, false), (.pending, 0, true),
                (.delivered, 1, false),
            ]
            let made = try await heard(from: store) { _ = try $0.insert(notice) }
            #expect(made == [.notice])
            for (state, attempts, isHeard) in acts {
                var next = notice
                (next.state, next.attempts) = (state, attempts)
                next.endedAt = state == .pending ? nil : StoreWorld.start
                let heard = try await heard(from: store) { [next] in try $0.update(next) }
                #expect(heard == (isHeard ? [.notice] : []), "\(state), \(attempts)")
            }
        },
        Self("listeners hear nothing of what was undone") { store in
            let changes = store.changes()
            let world = StoreWorld()
            await #expect(throws: CancellationError.self) {
                try await store.write { writer in
                    try world.insert(into: writer)
                    throw CancellationError()
                }
            }
            let other = StoreWorld(2)
            try await store.write { try other.insert(into: $0) }
            let first = await changes.first { _ in true }
            #expect(first == .instance(other.instance.id))
        },
        Self("listeners hear of a change only when it can be read") { store in
            let worlds = (1...20).map { StoreWorld($0) }
            let changes = store.changes()
            async let writing: Void = {
                for world in worlds { try await store.write { try world.insert(into: $0) } }
            }()
            var missing = 0
            var heard = 0
            for await case .instance(let id) in changes {
                let found = try await store.read { try $0.instance(id) }
                if found == nil { missing += 1 }
                heard += 1
                if heard == worlds.count { break }
            }
            try await writing
            #expect(missing == 0)
        },
        Self("every listener hears, and a listener's end hurts nobody") { store in
            let world = StoreWorld()
            var listeners = [store.changes(), store.changes(), store.changes()]
            listeners.removeLast()
            try await store.write { try world.insert(into: $0) }
            for listener in listeners {
                let first = await listener.first { _ in true }
                #expect(first == .instance(world.instance.id))
            }
        },
        Self("a listener ends with its task") { store in
            await withTaskGroup(of: Void.self) { group in
                group.addTask { for await _ in store.changes() {} }
                group.cancelAll()
            }
        },
    ]

    /// What is told about one write, up to a change that comes after all of it.
    private static func heard(
        from store: any Store,
        _ body: @Sendable @escaping (any StoreWriter) throws -> Void
    ) async throws -> Set<StoreChange> {
        let changes = store.changes()
        try await store.write(body)
        let mark = StoreWorld(999)
        let isMarked = try await store.read { try $0.user(mark.user.id) != nil }
        try await store.write { writer in
            if isMarked { try writer.update(mark.instance) } else { try mark.insert(into: writer) }
        }
        var heard: Set<StoreChange> = []
        for await change in changes {
            if change == .instance(mark.instance.id) { break }
            heard.insert(change)
        }
        return heard
    }
}

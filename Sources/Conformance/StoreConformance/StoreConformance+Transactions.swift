import Domain
import Testing

extension StoreConformance {
    private struct Mishap: Error, Equatable {}

    static let transactions: [Self] = [
        Self("an error thrown in a body undoes all of it, and comes out unchanged") { store in
            let world = StoreWorld()
            await #expect(throws: Mishap()) {
                try await store.write { writer in
                    try world.insert(into: writer)
                    throw Mishap()
                }
            }
            await #expect(throws: Mishap()) {
                try await store.read { _ in throw Mishap() }
            }
            try await expect(store, nil) { try $0.user(world.user.id) }
        },
        Self("a body sees what it has written itself") { store in
            let world = StoreWorld()
            let seen = try await store.write { writer in
                try world.insert(into: writer)
                return try writer.instance(world.instance.id)
            }
            #expect(seen == world.instance)
        },
        Self("a transaction is lost once a statement has failed, even if that is caught") { store in
            let world = StoreWorld()
            await expectFailure {
                try await store.write { writer in
                    try writer.insert(world.user)
                    try writer.insert(world.subscription)
                    try? writer.insert(world.subscription)
                    #expect(throws: StoreFailure.self) {
                        try writer.setValue("late", for: .install)
                    }
                    #expect(throws: StoreFailure.self) { _ = try writer.value(.install) }
                }
            }
            try await expect(store, nil) { try $0.user(world.user.id) }
            try await expect(store, nil) { try $0.value(.install) }
        },
        Self("a row must have what it refers to") { store in
            let world = StoreWorld()
            await expectFailure {
                try await store.write { try $0.insert(world.subscription) }
            }
            try await expect(store, nil) { try $0.subscription(world.subscription.id) }
        },
        Self("what is not there cannot be changed") { store in
            let world = StoreWorld()
            await expectFailure { try await store.write { try $0.update(world.user) } }
            await expectFailure { try await store.write { try $0.update(world.subscription) } }
            await expectFailure { try await store.write { try $0.update(world.instance) } }
            await expectFailure { try await store.write { try $0.update(world.volume) } }
            await expectFailure {
                try await store.write { try $0.update(world.operation("none")) }
            }
        },
        Self("the clock stands still in a transaction") { store in
            let isOneMoment = try await store.write { writer in writer.now == writer.now }
            #expect(isOneMoment)
        },
        Self("texts keep every character, or are refused") { store in
            var user = StoreWorld().user
            user.name = "“Ada” 🦉 ' \" ; -- \\ ? \u{202E}\n\t%"
            try await store.write { [user] in try $0.insert(user) }
            try await expect(store, user) { [user] in try $0.user(user.id) }
            user.name = "cut\u{0}off"
            await expectFailure { [user] in try await store.write { try $0.update(user) } }
        },
        Self("a cancelled task still learns what became of its transaction") { store in
            let world = StoreWorld()
            let isCommitted = await withTaskGroup(of: Bool.self) { group in
                group.cancelAll()
                group.addTask {
                    do {
                        try await store.write { try world.insert(into: $0) }
                        return true
                    } catch {
                        return false
                    }
                }
                return await group.next() ?? false
            }
            let user = try await store.read { try $0.user(world.user.id) }
            #expect(isCommitted)
            #expect(user == world.user)
        },
    ]
}

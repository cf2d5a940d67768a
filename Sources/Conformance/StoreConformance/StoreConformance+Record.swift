import Domain
import Testing

extension StoreConformance {
    static let record: [Self] = [
        Self("operations come back as they went in") { store in
            let world = StoreWorld()
            var operation = world.operation("operation-1", .undoReset)
            try await store.write { [operation] writer in
                try world.insert(into: writer)
                try writer.insert(operation)
            }
            try await expect(store, operation) { try $0.operation(OperationID("operation-1")) }
            try await expect(store, operation) { reader in
                try reader.activeOperation(of: world.instance.id)
            }
            operation.state = .failed
            operation.message = "too slow"
            operation.startedAt = StoreWorld.start + .seconds(1)
            operation.endedAt = StoreWorld.start + .seconds(2)
            operation.deadline = StoreWorld.start + .seconds(3)
            try await store.write { [operation] in try $0.update(operation) }
            try await expect(store, operation) { try $0.operation(OperationID("operation-1")) }
            try await expect(store, nil) { try $0.activeOperation(of: world.instance.id) }
            try await expect(store, nil) { try $0.operation(OperationID("none")) }
        },
        Self("a second active operation is refused, naming the first") { store in
            let world = StoreWorld()
            try await store.write { writer in
                try world.insert(into: writer)
                try writer.insert(world.operation("operation-1", .reset))
            }
            await #expect(throws: Refusal.busy(OperationID("operation-1"), kind: .reset)) {
                try await store.write { try $0.insert(world.operation("operation-2")) }
            }
            try await expect(store, nil) { try $0.operation(OperationID("operation-2")) }
            try await store.write { writer in
                try writer.update(world.operation("operation-1", .reset, state: .failed))
                try writer.insert(world.operation("operation-2"))
            }
        },
        Self("of many operations at once, one is accepted") { store in
            let world = StoreWorld()
            try await store.write { try world.insert(into: $0) }
            let accepted = await withTaskGroup(of: Bool.self) { group in
                for number in 1...16 {
                    group.addTask {
                        do {
                            try await store.write { writer in
                                try writer.insert(world.operation("operation-\(number)"))
                            }
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(0) { $1 ? $0 + 1 : $0 }
            }
            #expect(accepted == 1)
        },
        Self("operations come in pages, newest first, of whom and what is asked") { store in
            let worlds = (1...2).map { StoreWorld($0) }
            let operations = (1...7).map { number in
                worlds[number % 2].operation("o-\(number)", state: .succeeded)
            }
            try await store.write { writer in
                for world in worlds { try world.insert(into: writer) }
                for operation in operations { try writer.insert(operation) }
            }
            let newest = Array(operations.map(\.id).reversed())
            let even = newest.filter { ["o-2", "o-4", "o-6"].contains($0.rawValue) }
            let owner = worlds[0].user.id
            let its = worlds[0].subscription.id
            try await expectPages(of: newest, store) { reader, page in
                try reader.operations(of: nil, subscription: nil, page).map(\.id)
            }
            try await expectPages(of: even, store) { reader, page in
                try reader.operations(of: owner, subscription: nil, page).map(\.id)
            }
            try await expectPages(of: even, store) { reader, page in
                try reader.operations(of: nil, subscription: its, page).map(\.id)
            }
            let stranger = worlds[1].user.id
            try await expectPages(of: [], store) { reader, page in
                try reader.operations(of: stranger, subscription: its, page).map(\.id)
            }
        },
        Self("steps count from one, and are read on after the last") { store in
            let world = StoreWorld()
            let id = OperationID("operation-1")
            let now = try await store.write { writer in
                try world.insert(into: writer)
                try writer.insert(world.operation("operation-1", state: .succeeded))
                try writer.insert(world.operation("operation-2"))
                for text in ["one", "two", "three"] { try writer.append(text, to: id) }
                try writer.append("other", to: OperationID("operation-2"))
                return writer.now
            }
            let steps = ["one", "two", "three"].enumerated().map { place, text in
                OperationStep(operationID: id, sequence: place + 1, at: now, text: text)
            }
            try await expect(store, steps) { try $0.steps(of: id, after: 0) }
            try await expect(store, [steps[2]]) { try $0.steps(of: id, after: 2) }
            try await expect(store, [1]) { reader in
                try reader.steps(of: OperationID("operation-2"), after: 0).map(\.sequence)
            }
        },
        Self("events are read newest first, and on before a number") { store in
            let world = StoreWorld()
            let other = StoreWorld(2)
            try await store.write { writer in
                try world.insert(into: writer)
                try other.insert(into: writer)
                for number in 1...5 {
                    for id in [world.instance.id, other.instance.id] {
                        try writer.append(event(number, of: id))
                    }
                }
            }
            let all = try await store.read { reader in
                try reader.events(of: world.instance.id, before: nil, limit: 10)
            }
            let kept = all.map { event in
                var event = event
                event.sequence = 0
                return event
            }
            #expect(kept == (1...5).reversed().map { event($0, of: world.instance.id) })
            #expect(zip(all, all.dropFirst()).allSatisfy { $0.sequence > $1.sequence })
            try await expect(store, Array(all[2...3])) { reader in
                try reader.events(
                    of: world.instance.id, before: all[1].sequence, limit: 2)
            }
        },
        Self("audit rows come back as they went in, newest first") { store in
            let plain = AuditEvent(
                at: StoreWorld.start, actor: .system, action: "a.b", subject: "user",
                subjectID: "user-1")
            let actor = Actor(
                identity: .user(UserID("user-1"), role: .admin), address: "::1",
                requestID: "request-1")
            let full = AuditEvent(
                at: StoreWorld.start, actor: actor, action: "a.c", subject: "user",
                subjectID: "user-2", details: ["size": "250Mi", "why": "“it” / was\nasked"])
            try await store.write { writer in
                try writer.append(plain)
                try writer.append(full)
            }
            let rows = try await store.read { try $0.audit(before: nil, limit: 10) }
            let kept = rows.map { row in
                var row = row
                row.sequence = 0
                return row
            }
            #expect(kept == [full, plain])
            #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.sequence > $1.sequence })
            try await expect(store, [rows[1]]) { reader in
                try reader.audit(before: rows[0].sequence, limit: 1)
            }
            try await expect(store, [rows[0]]) { try $0.audit(before: nil, limit: 1) }
        },
        Self("an idempotency key is kept once, for its user") { store in
            let users = [StoreWorld(1).user, StoreWorld(2).user]
            let records = users.map { user in
                IdempotencyRecord(
                    key: IdempotencyKey(userID: user.id, value: "key"), fingerprint: "print",
                    result: "operation of \(user.id)", createdAt: StoreWorld.start)
            }
            try await store.write { writer in
                for user in users { try writer.insert(user) }
                for record in records { try writer.insert(record) }
            }
            for record in records {
                try await expect(store, record) { try $0.idempotency(record.key) }
            }
            await expectConflict { try await store.write { try $0.insert(records[0]) } }
            let unknown = IdempotencyKey(userID: users[0].id, value: "another")
            try await expect(store, nil) { try $0.idempotency(unknown) }
        },
    ]

    private static func event(_ number: Int, of instance: InstanceID) -> InstanceEvent {
        let severities = InstanceEvent.Severity.allCases
        return InstanceEvent(
            instanceID: instance, at: StoreWorld.start + .seconds(number),
            severity: severities[number % severities.count], kind: "kind-\(number)",
            message: "message \(number)")
    }
}

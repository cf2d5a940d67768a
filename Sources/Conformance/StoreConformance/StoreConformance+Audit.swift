import Domain
import Testing

extension StoreConformance {
    static let audit: [Self] = [
        Self("each audit row is chained to the one before, whoever writes beside") { store in
            await withTaskGroup(of: Void.self) { group in
                for number in 1...20 {
                    group.addTask {
                        try? await store.write { writer in
                            try writer.append(row(number))
                            if number % 3 == 0 { throw Refusal.conflict("no") }
                        }
                    }
                }
            }
            let inspection = try await store.inspectAudit(piece: 3)
            #expect(inspection.fault == nil)
            #expect(inspection.checked == 14)
        },
        Self("audit rows are found by what they say") { store in
            try await store.write { writer in
                for number in 1...12 { try writer.append(row(number)) }
            }
            try await expectFound(store, AuditQuery(actor: "user-1", limit: 9), [10, 7, 4, 1])
            try await expectFound(store, AuditQuery(subjectID: "even", limit: 2), [12, 10])
            try await expectFound(
                store, AuditQuery(action: "user.", limit: 9), [12, 11, 8, 7, 4, 3])
            try await expectFound(store, AuditQuery(action: "user.b", limit: 9), [12, 8, 4])
            try await expectFound(store, AuditQuery(action: "user%", limit: 9), [])
            try await expectFound(
                store, AuditQuery(actor: "user-1", subjectID: "odd", action: "user", limit: 9), [7])
            try await expectFound(
                store, AuditQuery(actor: "user-1", action: "user", limit: 1), [7])
            try await expectFound(store, AuditQuery(actor: "nobody", limit: 9), [])
        },
        Self("audit rows are found by their time, whatever the clock was set to") { store in
            let hours = [0, 1, 2, 9, 3, 4]
            try await store.write { writer in
                for (number, hour) in hours.enumerated() {
                    var event = row(number + 1)
                    event.at = moment(hour)
                    try writer.append(event)
                }
            }
            try await expectFound(
                store, AuditQuery(since: moment(1), until: moment(4), limit: 9), [5, 3, 2])
            try await expectFound(store, AuditQuery(since: moment(4), limit: 9), [6, 4])
            try await expectFound(store, AuditQuery(until: moment(2), limit: 1), [2])
            try await expectFound(
                store, AuditQuery(since: moment(1), until: moment(4), before: 5, limit: 1), [3])
            try await expectFound(
                store, AuditQuery(actor: "user-2", since: moment(1), limit: 9), [5, 2])
            try await expectFound(store, AuditQuery(since: moment(10), limit: 9), [])
        },
    ]

    private static func moment(_ hour: Int) -> Instant { StoreWorld.start + .seconds(hour * 3600) }

    /// Actors go by threes, actions by fours, subjects by twos.
    private static func row(_ number: Int) -> AuditEvent {
        let actions = ["user.b", "act", "act", "user.a"]
        return AuditEvent(
            at: StoreWorld.start,
            actor: Actor(identity: .user(UserID("user-\(number % 3)"), role: .customer)),
            action: actions[number % 4], subject: "thing",
            subjectID: number % 2 == 0 ? "even" : "odd", details: ["number": "\(number)"])
    }

    private static func expectFound(
        _ store: any Store, _ query: AuditQuery, _ numbers: [Int],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await expect(store, numbers.map(String.init), sourceLocation: sourceLocation) {
            try $0.audit(query).map { $0.details["number"] ?? "" }
        }
    }
}

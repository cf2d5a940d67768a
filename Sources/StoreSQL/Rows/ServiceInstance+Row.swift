import Domain

extension ServiceInstance: Kept {
    static let table = Table(
        "instances",
        [
            "id", "subscription_id", "customer_id", "name", "wish", "spec", "host_port",
            "generation", "restarts_wanted", "restarts_done", "restart_from", "created_at",
            "previous_spec",
        ])

    private static let specs = Memo<String, WorkloadSpec>(capacity: 256)

    init(row: SQLRow) throws {
        self.init(
            id: try row.id("id"), subscriptionID: try row.id("subscription_id"),
            customerID: try row.id("customer_id"), name: try row.text("name"),
            wish: try row.word("wish"), spec: .unreadable,
            hostPort: try row.int("host_port"), generation: try row.int("generation"),
            restartsWanted: try row.int("restarts_wanted"),
            restartsDone: try row.int("restarts_done"),
            restartFrom: try row.optionalText("restart_from").map(RunID.init),
            createdAt: try row.instant("created_at"))
        do {
            spec = try row.json("spec", known: Self.specs)
            previousSpec = try row.optionalJSON("previous_spec")
        } catch {
            spec = .unreadable
            throw UnreadableInstance(outline: self, why: error.message)
        }
    }

    func cells() throws -> [SQLValue] {
        [
            SQLValue(id), SQLValue(subscriptionID), SQLValue(customerID), SQLValue(name),
            SQLValue(wish), try .json(spec), SQLValue(hostPort), SQLValue(generation),
            SQLValue(restartsWanted), SQLValue(restartsDone),
            SQLValue(restartFrom?.rawValue), SQLValue(createdAt), try .json(previousSpec),
        ]
    }
}

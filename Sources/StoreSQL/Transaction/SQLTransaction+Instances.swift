import Domain

extension SQLTransaction {
    func instance(_ id: InstanceID) throws -> ServiceInstance? {
        try first("WHERE id = ?", SQLValue(id))
    }

    func instance(of subscription: SubscriptionID) throws -> ServiceInstance? {
        try first("WHERE subscription_id = ?", SQLValue(subscription))
    }

    func instance(named name: String) throws -> ServiceInstance? {
        try first("WHERE name = ?", SQLValue(name))
    }

    /// Whoever is wished to be there, was not seen erased, has a ticket open, or is worked on.
    func instanceIDs() throws -> [InstanceID] {
        try connection.rows(
            """
            SELECT id FROM instances WHERE wish <> 'erased'
            UNION SELECT instance_id FROM instance_status WHERE phase <> 'erased'
            UNION SELECT instance_id FROM tickets WHERE state IN ('issued', 'begun')
            UNION SELECT instance_id FROM operations WHERE ended_at IS NULL
            ORDER BY 1
            """, []
        ).map { try $0.id("id") }
    }

    /// Those of instances that are erased and done with are free again; not before, since a
    /// deletion may be taken back.
    func hostPorts() throws -> Set<Int> {
        let ports = try connection.rows(
            """
            SELECT host_port FROM instances WHERE wish <> 'erased' AND host_port > 0
            UNION
            SELECT instances.host_port FROM instance_status
            CROSS JOIN instances ON instances.id = instance_status.instance_id
            WHERE instance_status.phase <> 'erased'
            UNION
            SELECT instances.host_port FROM tickets
            CROSS JOIN instances ON instances.id = tickets.instance_id
            WHERE tickets.state IN ('issued', 'begun')
            """, []
        ).map { try $0.int("host_port") }
        return Set(ports)
    }

    func instances(_ page: Page<ServiceInstance>) throws -> [ServiceInstance] {
        let after = page.after.map(SQLValue.init) ?? .text("~")
        return try connection.rows(
            "\(ServiceInstance.table.select) WHERE id < ? ORDER BY id DESC LIMIT ?",
            [after, SQLValue(page.limit)]
        ).map { row in
            do {
                return try ServiceInstance(row: row)
            } catch let damage as UnreadableInstance {
                return damage.outline
            }
        }
    }

    /// It starts out with a status, so that none is ever overlooked by a full look.
    func insert(_ instance: ServiceInstance) throws {
        try add(instance)
        try add(
            InstanceStatus(
                instanceID: instance.id, phase: .unknown, message: nil,
                since: instance.createdAt))
        note(.instance(instance.id))
    }

    func update(_ instance: ServiceInstance) throws {
        try change(
            instance, instance.id.rawValue,
            """
            wish = ?, spec = ?, host_port = ?, generation = ?, restarts_wanted = ?,
            restarts_done = ?, restart_from = ?, previous_spec = ?
            """,
            [
                SQLValue(instance.wish), try .json(instance.spec),
                SQLValue(instance.hostPort), SQLValue(instance.generation),
                SQLValue(instance.restartsWanted), SQLValue(instance.restartsDone),
                SQLValue(instance.restartFrom?.rawValue), try .json(instance.previousSpec),
            ])
        note(.instance(instance.id))
    }

    func status(of instance: InstanceID) throws -> InstanceStatus? {
        try first("WHERE instance_id = ?", SQLValue(instance))
    }

    func save(_ status: InstanceStatus) throws {
        try connection.execute(
            """
            \(InstanceStatus.table.insert)
            ON CONFLICT (instance_id) DO UPDATE
            SET phase = excluded.phase, message = excluded.message, since = excluded.since,
                first_ready_at = excluded.first_ready_at
            """, status.cells())
    }

    func secrets(of instance: InstanceID, generation: Int) throws -> [InstanceSecret] {
        try all(
            "WHERE instance_id = ? AND generation = ? ORDER BY name", SQLValue(instance),
            SQLValue(generation))
    }

    func insert(_ secret: InstanceSecret) throws { try add(secret) }
}

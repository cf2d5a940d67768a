import Domain

extension SQLTransaction {
    func timekeeping() throws -> Timekeeping? { try first("WHERE id = 1") }

    func save(_ time: Timekeeping) throws {
        try connection.execute(
            """
            \(Timekeeping.table.insert)
            ON CONFLICT (id) DO UPDATE
            SET seen_at = excluded.seen_at, uncounted = excluded.uncounted,
                tolerance = excluded.tolerance
            """, time.cells())
    }

    func epoch() throws -> Int64 { try value(.epoch).flatMap { Int64($0) } ?? 0 }

    func advanceEpoch(past seen: Int64) throws {
        try setValue("\(max(seen, try epoch()) + 1)", for: .epoch)
    }

    func holds() throws -> [Hold] { try all("ORDER BY kind") }

    func save(_ hold: Hold) throws {
        try connection.execute(
            """
            \(Hold.table.insert)
            ON CONFLICT (kind) DO UPDATE
            SET why = excluded.why, since = excluded.since, lifted_at = excluded.lifted_at,
                lifted_by = excluded.lifted_by, allowed_until = excluded.allowed_until
            """, hold.cells())
    }

    func destructionLoad() throws -> CircuitBreaker.Load {
        let hourAgo = SQLValue(now - .seconds(3600))
        let begun =
            try count("tickets WHERE begun_at > ?", [hourAgo])
            + count("orphans WHERE begun_at > ? AND kind = 'claim'", [hourAgo])
        let due = try count(
            "tickets WHERE state = 'issued' AND uid IS NOT NULL AND not_before <= ?",
            [SQLValue(try self.due())])
        let kept = try count("volumes WHERE state <> 'destroyed' AND uid IS NOT NULL", [])
        return CircuitBreaker.Load(begun: begun, due: due, kept: kept)
    }

    func count(_ rest: String, _ arguments: [SQLValue]) throws -> Int {
        try connection.rows("SELECT COUNT(*) AS number FROM \(rest)", arguments)
            .first?.int("number") ?? 0
    }

    func orphans() throws -> [Orphan] {
        try all("WHERE state <> 'gone' ORDER BY first_seen, id")
    }

    func orphan(_ id: OrphanID) throws -> Orphan? { try first("WHERE id = ?", SQLValue(id)) }

    /// Whether it may be removed is a fact that an older copy of the database must not get wrong.
    func save(_ orphan: Orphan) throws {
        if try self.orphan(orphan.id)?.state ?? .seen != orphan.state {
            try advanceEpoch(past: 0)
        }
        try connection.execute(
            """
            \(Orphan.table.insert)
            ON CONFLICT (id) DO UPDATE
            SET may_write = excluded.may_write, state = excluded.state,
                last_seen = excluded.last_seen, looks = excluded.looks,
                condemned_by = excluded.condemned_by, confirmation = excluded.confirmation,
                not_before = excluded.not_before, begun_at = excluded.begun_at,
                ended_at = excluded.ended_at, proof = excluded.proof
            """, orphan.cells())
    }
}

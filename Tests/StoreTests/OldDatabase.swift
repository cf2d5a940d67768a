import Domain
import StoreSQL
import StoreSQLite
import TestSupport

/// A database as an earlier version of the program left it: its schema, and rows in that
/// version's own columns and spelling. What stands here never changes.
enum OldDatabase {
    static let at: Int64 = 1_767_225_600_000

    /// With rows in all the tables that there were then.
    static func make(version: Int) async throws -> SQLiteDatabase {
        let database = try SQLiteDatabase.temporary(clock: ManualClock())
        try await database.migrate(Array(Migration.all.prefix(version)))
        try await database.write { connection in
            for (since, statements) in rows where since <= version {
                for statement in statements { try connection.execute(statement, []) }
            }
        }
        return database
    }

    /// By the version that brought the tables.
    private static let rows: [(since: Int, statements: [String])] = [
        (1, people), (2, services), (3, record), (4, storage), (5, retirements),
        (6, updates), (7, usage), (10, auditChain),
    ]

    private static let people = [
        "INSERT INTO meta (key, value) VALUES ('install', 'abc123')",
        """
        INSERT INTO users (id, email, name, role, password_hash, must_change_password, created_at)
        VALUES ('user-1', 'ada@example.org', 'Ada', 'customer', 'hash', 1, \(at))
        """,
        """
        INSERT INTO sessions (id, user_id, token_digest, created_at, expires_at)
        VALUES ('session-1', 'user-1', 'session-digest', \(at), \(at + 1))
        """,
        """
        INSERT INTO api_tokens (id, user_id, name, scope, token_digest, created_at, revoked_at)
        VALUES ('token-1', 'user-1', 'script', 'operate', 'token-digest', \(at), \(at + 2))
        """,
        """
        INSERT INTO idempotency (user_id, key, fingerprint, result, created_at)
        VALUES ('user-1', 'key-1', 'print', 'operation-1', \(at))
        """,
    ]

    /// Two instances, of one customer.
    private static let services =
        (1...2).flatMap { number in
            [
                """
                INSERT INTO subscriptions (id, customer_id, service, variant, status, created_at)
                VALUES ('subscription-\(number)', 'user-1', 'notes', 'Basic', 'active', \(at))
                """,
                """
                INSERT INTO instances (id, subscription_id, customer_id, name, wish, spec,
                    host_port, generation, restarts_wanted, restarts_done, restart_from,
                    created_at)
                VALUES ('instance-\(number)', 'subscription-\(number)', 'user-1',
                    'notes-\(number)', 'running', '\(spec)', \(20_000 + number), 3, 2, 1,
                    'run-1', \(at))
                """,
                """
                INSERT INTO instance_status (instance_id, phase, message, since, first_ready_at)
                VALUES ('instance-\(number)', 'unhealthy', 'why', \(at), \(at))
                """,
            ]
        } + [
            """
            INSERT INTO engine_health (id, state, since, detail)
            VALUES (1, 'reachable', \(at), 'Docker 20.10')
            """
        ]

    static let spec =
        #"{"command":["notes","--all"],"environment":{"NOTES_KEY":"${secret.KEY}"},"health":"#
        + #"{"probe":{"http":{"headers":{"Host":"notes"},"path":"/","status":204}},"#
        + #""startPeriod":[1,11553255926290448384],"timeout":[0,2000000000000000000]},"#
        + #""image":"example/notes:1","limits":{"cpu":{"millicores":500},"memory":134217728,"#
        + #""processes":64},"port":8080,"secrets":[{"bytes":16,"name":"KEY","#
        + #""survivesReset":true}],"stopTimeout":[0,10000000000000000000],"user":"1000:1000","#
        + #""volumes":[\#(template)]}"#

    static let template =
        #"{"accessMode":"ReadWriteOnce","mountPath":"/data","name":"data","#
        + #""owner":{"group":1000,"user":1000}}"#

    /// The second reset's id is the larger one, since ids count time.
    private static let record =
        [(1, 1), (1, 2), (2, 3)].flatMap { instance, number in
            [
                """
                INSERT INTO operations (id, kind, instance_id, subscription_id, customer_id,
                    requested_by, state, message, created_at, started_at, ended_at, deadline)
                VALUES ('operation-\(number)', 'reset', 'instance-\(instance)',
                    'subscription-\(instance)', 'user-1', 'user-1', 'succeeded', 'done',
                    \(at), \(at), \(at), \(at + 1))
                """,
                """
                INSERT INTO operation_steps (operation_id, sequence, at, text)
                VALUES ('operation-\(number)', 1, \(at), 'stop (up to 10 s)')
                """,
            ]
        } + [
            """
            INSERT INTO instance_events (instance_id, at, severity, kind, message)
            VALUES ('instance-1', \(at), 'alert', 'volume-lost', 'It is lost.')
            """,
            """
            INSERT INTO audit (at, actor, role, action, subject, subject_id, details)
            VALUES (\(at), 'user-1', 'customer', 'instance.reset', 'instance', 'instance-1',
                '{"generation":"1 → 2"}')
            """,
        ]

    /// As two resets left it: the clock was set back in between, and the first took out two.
    private static let storage =
        [
            (1, "data", 1, "operation-1", 9), (1, "media", 1, "operation-1", 9),
            (1, "data", 2, "operation-2", 5), (1, "data", 3, nil, 0),
            (2, "data", 2, "operation-3", 7), (2, "data", 3, nil, 0),
        ].map(volume) + [
            """
            INSERT INTO secrets (instance_id, generation, name, value)
            VALUES ('instance-1', 3, 'KEY', '00ff')
            """,
            """
            INSERT INTO tickets (id, volume_id, instance_id, claim, uid, reason, state, issued_by,
                confirmation, last_backup, issued_at, not_before)
            VALUES ('ticket-1', 'volume-1-data-2', 'instance-1', 'hf-abc123-notes-1-data-g2',
                'uid-1-data-2', 'reset', 'issued', 'user-1', 'notes-1', 'waived', \(at),
                \(at + 3))
            """,
        ]

    private static func volume(
        instance: Int, name: String, generation: Int, retiredBy: String?, after: Int64
    ) -> String {
        let retired = retiredBy.map { "'retired', \(at + after), '\($0)'" }
        return """
            INSERT INTO volumes (id, instance_id, name, template, generation, size, claim, uid,
                claim_status, created_at, state, retired_at, retired_by)
            VALUES ('volume-\(instance)-\(name)-\(generation)', 'instance-\(instance)', '\(name)',
                '\(template)', \(generation), 262144000,
                'hf-abc123-notes-\(instance)-\(name)-g\(generation)',
                'uid-\(instance)-\(name)-\(generation)', 'Bound', \(at),
                \(retired ?? "'attached', NULL, NULL"))
            """
    }

    /// What the program has written since then, whenever it retired something.
    private static let retirements = [
        "UPDATE volumes SET retirement = 1 WHERE retired_by IN ('operation-1', 'operation-3')",
        "UPDATE volumes SET retirement = 2 WHERE retired_by = 'operation-2'",
    ]

    private static let usage = [
        """
        INSERT INTO volume_usage (volume_id, instance_id, used, enforced, told_full, measured_at)
        VALUES ('volume-1-data-3', 'instance-1', 42, 0, 1, \(at))
        """,
        """
        UPDATE engine_health SET abilities =
            '{"changesLimitsLive":true,"growth":"none","sizes":{"advisory":{}}}'
        """,
    ]

    private static let updates = [
        "UPDATE instances SET previous_spec = '\(spec)' WHERE name = 'notes-1'"
    ]

    /// The hash of the one row, as the program has reckoned it since then.
    private static let auditChain = [
        "INSERT INTO audit_chain (sequence, hash) VALUES (1, '\(hash)')",
        "UPDATE audit_head SET sequence = 1, hash = '\(hash)'",
    ]

    private static let hash = "2efdabb0041a9cc6dab127cbac5a0777f1d49b8b18e25e50e3c2a2ffc6db9683"
}

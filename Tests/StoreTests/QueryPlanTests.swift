import Domain
import StoreSQL
import StoreSQLite
import TestSupport
import Testing

@Suite struct QueryPlanTests {
    /// Tables that stay as small as the number of keys in the program.
    private static let small: Set<String> = [
        "meta", "engine_health", "holds", "timekeeping", "audit_head",
    ]

    @Test func everyQuestionIsAnsweredByAnIndex() async throws {
        let database = try RecordingDatabase(SQLiteDatabase.temporary(clock: ManualClock()))
        let store = try await SQLStore(database)
        database.forget()
        try await Self.askEverything(store)
        #expect(database.questions.count >= 35)
        for question in database.questions {
            for line in try await plan(of: question, in: database) {
                #expect(isCheap(line, of: question.sql), "\(line)\n\(question.sql)")
            }
        }
    }

    /// A search by an index is cheap. A scan is, where it stops early: over a whole list that is
    /// already in order; or where it goes over an index that only holds what is wanted. To sort
    /// is not, unless it is to leave out what comes twice.
    private func isCheap(_ line: String, of sql: String) -> Bool {
        if line.contains("USE TEMP B-TREE FOR ORDER BY") { return false }
        let words = line.split(separator: " ").map(String.init)
        guard words.first == "SCAN", words.count > 1 else { return true }
        if words[1] == "CONSTANT" || Self.small.contains(words[1]) { return true }
        if line.contains("sqlite_autoindex") { return !sql.contains("WHERE") }
        return Self.partial.contains { line.contains("INDEX \($0)") }
    }

    /// Indexes that hold only what is not yet done with.
    private static let partial = [
        "instances_wanted", "instances_by_host_port", "instance_status_unfinished",
        "tickets_unfinished", "operations_active", "volumes_holding", "volumes_kept",
        "orphans_by_age", "users_ruling", "tickets_issued", "subscriptions_in_grace",
    ]

    private func plan(
        of question: RecordingDatabase.Question, in database: RecordingDatabase
    ) async throws -> [String] {
        try await database.read { connection in
            try connection.rows("EXPLAIN QUERY PLAN \(question.sql)", question.arguments)
                .map { try $0.text("detail") }
        }
    }

    private static func askEverything(_ store: any Store) async throws {
        try await store.read { reader in
            try askAboutPeople(reader)
            try askAboutServices(reader)
            try askAboutHistory(reader)
            try askAboutEndings(reader)
        }
        try await store.write { writer in
            _ = try writer.rotate(SessionID("s"), from: "a", to: "b")
            try writer.revoke(SessionID("s"))
            try writer.revokeSessions(of: UserID("u"))
            _ = try writer.void(TicketID("t"))
            _ = try writer.postponeTickets(to: writer.now)
        }
        _ = try await store.redeem(TicketID("t"))
        _ = try await store.redeem(orphan: OrphanID("o"))
    }

    private static func askAboutPeople(_ reader: any StoreReader) throws {
        _ = try reader.value(.install)
        _ = try reader.user(UserID("u"))
        _ = try reader.user(email: "e")
        _ = try reader.users(Page())
        _ = try reader.users(Page(after: UserID("u")))
        _ = try reader.hasAdmin(besides: UserID("u"))
        _ = try reader.session(digest: "d")
        _ = try reader.session(spent: "d")
        _ = try reader.apiToken(digest: "d")
        _ = try reader.apiTokens(of: UserID("u"))
        for after in [nil, SubscriptionID("s")] {
            _ = try reader.subscriptions(of: nil, Page(after: after))
            _ = try reader.subscriptions(of: UserID("u"), Page(after: after))
        }
    }

    private static func askAboutServices(_ reader: any StoreReader) throws {
        let instance = InstanceID("i")
        _ = try reader.subscription(SubscriptionID("s"))
        _ = try reader.instance(instance)
        _ = try reader.instance(of: SubscriptionID("s"))
        _ = try reader.instance(named: "n")
        _ = try reader.instanceIDs()
        _ = try reader.status(of: instance)
        _ = try reader.hostPorts()
        _ = try reader.volumes(of: instance)
        _ = try reader.usage(of: instance)
        _ = try reader.secrets(of: instance, generation: 1)
        _ = try reader.ticket(TicketID("t"))
        _ = try reader.tickets(of: instance)
        _ = try reader.openTickets()
        _ = try reader.engineHealth()
    }

    private static func askAboutEndings(_ reader: any StoreReader) throws {
        _ = try reader.subscriptionsDue(10)
        _ = try reader.subscriptionsInGrace()
        _ = try reader.keptVolumes()
        _ = try reader.keptClaims()
        _ = try reader.volume(VolumeID("v"))
        _ = try reader.volume(ClaimName("c"))
        _ = try reader.storageTotals()
        for after in [nil, InstanceID("i")] { _ = try reader.instances(Page(after: after)) }
        _ = try reader.notices(of: SubscriptionID("s"))
        _ = try reader.notice(NoticeID("n"))
        for after in [nil, NoticeID("n")] {
            _ = try reader.notices(in: nil, Page(after: after))
            _ = try reader.notices(in: .dead, Page(after: after))
        }
        _ = try reader.noticesDue(on: .mail, 10)
        _ = try reader.nextNoticeAt(on: .mail)
        _ = try reader.timekeeping()
        _ = try reader.epoch()
        _ = try reader.holds()
        _ = try reader.destructionLoad()
        _ = try reader.orphans()
        _ = try reader.orphan(OrphanID("o"))
        _ = try reader.paymentEvent("p")
    }

    private static func askAboutHistory(_ reader: any StoreReader) throws {
        let instance = InstanceID("i")
        _ = try reader.operation(OperationID("o"))
        _ = try reader.activeOperation(of: instance)
        for customer in [nil, UserID("u")] {
            for subscription in [nil, SubscriptionID("s")] {
                for after in [nil, OperationID("o")] {
                    _ = try reader.operations(
                        of: customer, subscription: subscription, Page(after: after))
                }
            }
        }
        _ = try reader.steps(of: OperationID("o"), after: 0)
        _ = try reader.events(of: instance, before: nil, limit: 1)
        try askAboutAudit(reader)
        _ = try reader.idempotency(IdempotencyKey(userID: UserID("u"), value: "k"))
    }

    private static func askAboutAudit(_ reader: any StoreReader) throws {
        for action in [nil, "act", "act.do"] {
            for subject in [nil, "s"] {
                for actor in [nil, "system"] {
                    for moment in [nil, StoreFixtures.at] {
                        _ = try reader.audit(
                            AuditQuery(
                                actor: actor, subjectID: subject, action: action, since: moment,
                                before: 100, limit: 1))
                        _ = try reader.audit(
                            AuditQuery(
                                actor: actor, subjectID: subject, action: action, until: moment,
                                limit: 1))
                    }
                }
            }
        }
        _ = try reader.auditLinks(after: 0, limit: 1)
        _ = try reader.inspect(AuditInspection(), limit: 1)
    }
}

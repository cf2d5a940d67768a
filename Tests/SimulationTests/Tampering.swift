import Testing

@testable import Simulation

/// A row that was changed by hand, and what that breaks.
struct Tampering: CustomTestStringConvertible, Sendable {
    var title: String
    /// What was asked of the service before.
    var asked: [Deed.Verb] = []
    var isPaid = false
    var sql: String
    var breaks: Invariant

    var testDescription: String { title }

    var scenes: [Scene] {
        OracleTests.subscribed
            + (isPaid ? [Scene(.pay(isRenewal: true, slot: 0, isRepeated: false), pause: 30)] : [])
            + asked.map {
                Simulation.Scene(
                    .ask($0, slot: 0, asAdmin: false, isConfirmed: true), pause: 30)
            }
    }

    typealias Scene = Simulation.Scene

    static let promises = [
        Tampering(
            title: "grace is made shorter", asked: [.cancel],
            sql: "UPDATE subscriptions SET grace_ends_at = grace_ends_at - 1000", breaks: .s6),
        Tampering(
            title: "a volume is made smaller", sql: "UPDATE volumes SET size = size - 1",
            breaks: .s5),
        Tampering(
            title: "a volume is taken out", sql: "UPDATE volumes SET state = 'retired'",
            breaks: .s8),
        Tampering(
            title: "it gets another port", sql: "UPDATE instances SET host_port = host_port + 1",
            breaks: .s5),
        Tampering(
            title: "a destruction begins without a line", asked: [.reset],
            sql: "UPDATE tickets SET state = 'begun', begun_at = 1", breaks: .s1),
        Tampering(
            title: "what has succeeded has failed",
            sql: "UPDATE operations SET state = 'failed'", breaks: .l3),
        Tampering(
            title: "it expires before its time", isPaid: true,
            sql: "UPDATE subscriptions SET status = 'expired', ended_at = 1, grace_ends_at = 2",
            breaks: .s6),
        Tampering(
            title: "no sweep looks at it", asked: [.cancel],
            sql: "UPDATE subscriptions SET sweep_at = NULL", breaks: .l2),
        Tampering(
            title: "what has begun is taken back", asked: [.reset],
            sql: "UPDATE tickets SET state = 'voided', begun_at = 1, ended_at = 1", breaks: .s8),
        Tampering(
            title: "it is given up in its grace", asked: [.cancel, .delete],
            sql: "UPDATE tickets SET reason = 'grace-expired'", breaks: .s6),
        Tampering(
            title: "it is given up without a grace", asked: [.reset],
            sql: "UPDATE tickets SET reason = 'grace-expired'", breaks: .s6),
        Tampering(
            title: "an orphan is condemned at once",
            sql: """
                INSERT INTO orphans (id, kind, name, uid, may_write, state, first_seen, last_seen,
                    looks, condemned_by, confirmation, not_before)
                VALUES ('x', 'claim', 'x', 'x', 0, 'condemned', 1, 2, 1, 'x', 'x', 3)
                """, breaks: .s1),
    ]

    static let rest = [
        Tampering(
            title: "it is deleted, and subscribed to",
            sql: "UPDATE instances SET wish = 'erased'", breaks: .l2),
        Tampering(
            title: "it has ended, and is to run", asked: [.cancel],
            sql: "UPDATE instances SET wish = 'running'", breaks: .l1),
        Tampering(
            title: "what is there is recorded as destroyed", asked: [.reset],
            sql: """
                UPDATE volumes SET state = 'destroyed', destroyed_at = 1 WHERE state = 'retired'
                """, breaks: .l2),
        Tampering(
            title: "a ticket is due, and nothing is done", asked: [.reset],
            sql: "UPDATE tickets SET not_before = 0", breaks: .l2),
        Tampering(
            title: "a quarantine does not end",
            sql: "INSERT INTO holds (kind, why, since) VALUES ('quarantine', 'x', 1)",
            breaks: .l2),
        Tampering(
            title: "a quarantine without a reason",
            sql: """
                INSERT INTO holds (kind, why, since, lifted_at, lifted_by)
                VALUES ('quarantine', 'x', 1, 2, 'x')
                """, breaks: .l2),
        Tampering(
            title: "a ticket without a line", asked: [.reset],
            sql: "UPDATE tickets SET id = 'x'", breaks: .s9),
        Tampering(
            title: "a payment is taken twice",
            sql: """
                INSERT INTO audit (at, actor, role, action, subject, subject_id, details)
                VALUES (1, 'system', 'system', 'payment.take', 'payment', 'x', '{}'),
                    (2, 'system', 'system', 'payment.take', 'payment', 'x', '{}')
                """, breaks: .s8),
    ]

    /// Of those that only show once all windows are over.
    static let afterAll = [
        Tampering(
            title: "it is kept beyond its grace", asked: [.cancel],
            sql: "UPDATE subscriptions SET grace_ends_at = 0", breaks: .l2),
        Tampering(
            title: "it is kept for ever", asked: [.reset],
            sql: "UPDATE tickets SET not_before = 0", breaks: .l2),
    ]
}

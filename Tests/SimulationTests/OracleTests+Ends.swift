import Conformance
import Domain
import Testing

@testable import Simulation

/// Destructions that may not be.
extension OracleTests {
    private static let planted =
        subscribed + [Scene(.meddle(.plantClaim, slot: 0), pause: 1)]

    /// What is seen when a planted volume is destroyed as an orphan of this kind.
    private func brokenByDestroying(
        _ change: @Sendable @escaping (inout Orphan) -> Void
    ) throws -> Set<Invariant> {
        try broken(after: Self.planted) { stage in
            let object = try #require(
                stage.world.inventory.objects.first {
                    $0.kind == .claim && $0.name.contains("planted")
                })
            let now = stage.clock.now()
            var orphan = Orphan(
                id: OrphanID("planted"), object: object, state: .begun, firstSeen: now - .days(9),
                lastSeen: now, looks: 9, condemnedBy: "x", confirmation: "x", notBefore: now,
                begunAt: now)
            change(&orphan)
            try await stage.rows.write { [orphan] rows in
                try rows.append(
                    AuditEvent(
                        at: now, actor: .system, action: "orphan.condemn",
                        subject: "orphan", subjectID: orphan.id.rawValue))
                try rows.save(orphan)
            }
            stage.clock.jump(by: .days(4))
            try await stage.destroy(
                ClaimName(object.name), ClaimUID(object.uid), under: TicketID("planted"))
        }
    }

    @Test func anOrphanMayGo() throws {
        #expect(try brokenByDestroying { _ in } == [])
    }

    @Test func anOrphanThatNobodyCondemned() throws {
        let broken = try brokenByDestroying { orphan in
            orphan.state = .seen
            orphan.condemnedBy = nil
        }
        #expect(broken == [.s1])
    }

    @Test func anotherOrphan() throws {
        #expect(try brokenByDestroying { $0.object.uid = "another" } == [.s2])
    }

    @Test func anOrphanThatWasSeenOnce() throws {
        #expect(try brokenByDestroying { $0.looks = 1 } == [.s1])
    }

    @Test func anOrphanThatWasSeenForAMoment() throws {
        #expect(try brokenByDestroying { $0.firstSeen = $0.lastSeen } == [.s1])
    }

    @Test func somebodysOrphan() throws {
        let broken = try broken(after: Self.subscribed) { stage in
            let object = try #require(
                stage.world.inventory.objects.first { $0.kind == .claim })
            let now = stage.clock.now()
            try await stage.rows.write { rows in
                try rows.save(
                    Orphan(
                        id: OrphanID("x"), object: object, state: .begun,
                        firstSeen: now - .days(9), lastSeen: now, looks: 9, condemnedBy: "x",
                        confirmation: "x", notBefore: now, begunAt: now))
            }
            stage.clock.jump(by: .days(9))
            stage.world.containers = [:]
            try await stage.destroy(
                ClaimName(object.name), ClaimUID(object.uid), under: TicketID("x"))
        }
        #expect(broken.contains(.s1))
    }

    @Test func moreThanIsUsual() throws {
        let broken = try broken(after: Self.reset) { stage in
            try await stage.tamper(
                """
                WITH RECURSIVE numbers (n) AS (SELECT 1 UNION SELECT n + 1 FROM numbers LIMIT 25)
                INSERT INTO tickets (id, volume_id, instance_id, claim, uid, reason, state,
                    issued_by, confirmation, last_backup, issued_at, not_before, begun_at,
                    ended_at)
                SELECT 'x' || n, volume_id, instance_id, claim, uid, reason, 'voided', issued_by,
                    confirmation, last_backup, issued_at, not_before, issued_at, issued_at
                FROM tickets, numbers
                """)
            _ = try await stage.watchRedemption {
                Redeemed(DestructionTicket.forTest(ClaimName("x"), uid: ClaimUID("y")))
            }
        }
        #expect(broken == [.s3])
    }

    @Test func itsOwnerWasWarnedJustNow() throws {
        let ended =
            Self.subscribed
            + [
                Scene(.ask(.cancel, slot: 0, asAdmin: false, isConfirmed: true)),
                Scene(.pass(hours: 42), pause: 60), Scene(.pass(hours: 42), pause: 60),
                Scene(.pass(hours: 42), pause: 60),
            ]
        let broken = try broken(after: ended) { stage in
            for notice in stage.truth.mails {
                stage.truth.mailsSince[notice.id] = stage.clock.elapsed
            }
            let subscriptions = try await stage.rows.read {
                try $0.subscriptions(of: nil, Page(limit: 1))
            }
            stage.judge(graceOf: ClaimName("x"), subscriptions.first, "given up")
        }
        #expect(broken == [.s6])
    }
}

import Domain
import Testing

extension StoreConformance {
    private static let ticket = TicketID("ticket-1")

    static let safety: [Self] = [
        Self("a clock that leaps ahead makes no ticket due, until the leap is accepted") { store in
            let now = try await store.read(\.now)
            try await StoreWorld().retired(in: store)
            let time = Timekeeping(
                seenAt: now, uncounted: now - StoreWorld.past, tolerance: .seconds(3600))
            try await store.write { try $0.save(time) }
            try await expect(store, time) { try $0.timekeeping() }
            try await expectRedeemed(store, times: 0)
            try await store.write { try $0.save(time.accepted(at: $0.now)) }
            try await expectRedeemed(store, times: 1)
        },
        Self("nothing is redeemed while there is a hold, and again once it is lifted") { store in
            try await StoreWorld().retired(in: store)
            var hold = Hold(kind: .quarantine, why: "a test", since: StoreWorld.start)
            try await store.write { [hold] in try $0.save(hold) }
            try await expectRedeemed(store, times: 0)
            hold.liftedAt = StoreWorld.start
            hold.liftedBy = "user-1"
            try await store.write { [hold] in try $0.save(hold) }
            try await expect(store, [hold]) { try $0.holds() }
            try await expectRedeemed(store, times: 1)
        },
        Self("a ticket is not redeemed while its last backup is owed") { store in
            let world = StoreWorld()
            var owing = world.ticket()
            owing.lastBackup = .owed
            try await world.retired(with: owing, in: store)
            try await expectRedeemed(store, times: 0)
            try await expect(store, .issued) { try $0.ticket(ticket)?.state }
        },
        Self("too many tickets due at once are held, audited, and let go by an admin") { store in
            for number in 1...6 {
                let world = StoreWorld(number)
                try await world.retired(with: world.ticket("ticket-\(number)"), in: store)
            }
            try await expectRedeemed(store, times: 0)
            try await expectRedeemed(store, times: 0)
            try await expect(store, ["breaker.open"]) {
                try $0.audit(before: nil, limit: 10).map(\.action)
            }
            try await store.write { rows in
                var hold = try #require(try rows.holds().first)
                #expect(hold.kind == .breaker)
                hold.liftedAt = rows.now
                hold.allowedUntil = rows.now + .seconds(60)
                try rows.save(hold)
            }
            try await expectRedeemed(store, times: 1)
        },
        Self("orphans that were destroyed count as well towards what is too much") { store in
            let now = try await store.read(\.now)
            try await StoreWorld().retired(in: store)
            try await store.write { rows in
                for number in 1...50 {
                    let orphan = Orphan(
                        id: OrphanID("orphan-\(number)"),
                        object: EngineObject(kind: .claim, name: "stray-\(number)", uid: "u"),
                        firstSeen: StoreWorld.past, lastSeen: now
                    ).condemned(by: "user-1", confirming: "digest", notBefore: now)
                    try rows.save(orphan.begun(at: now).ended(at: now, proof: "seen gone"))
                }
            }
            try await expect(store, 50) { try $0.destructionLoad().begun }
            try await expectRedeemed(store, times: 0)
            try await expect(store, [.breaker]) { try $0.holds().map(\.kind) }
        },
        Self("the first byte given up closes the subscription, but not for a reset") { store in
            for (reason, status) in [
                (.graceExpired, Subscription.Status.purged), (.reset, .cancelled),
            ] as [(DestructionTicket.Record.Reason, Subscription.Status)] {
                let world = StoreWorld(status == .purged ? 1 : 2)
                var record = world.ticket("ticket-\(status)")
                record.reason = reason
                try await world.retired(with: record, in: store)
                var subscription = world.subscription
                subscription.status = .cancelled
                try await store.write { [subscription] in try $0.update(subscription) }
                let permission = try await store.redeem(record.id)
                let isGiven = permission != nil
                #expect(isGiven)
                try await expect(store, status) {
                    try $0.subscription(world.subscription.id)?.status
                }
            }
        },
        Self("whatever changes what is kept advances the epoch") { store in
            try await expect(store, 0) { try $0.epoch() }
            let world = StoreWorld()
            try await world.retired(in: store)
            let made = try await store.read { try $0.epoch() }
            #expect(made > 0)
            _ = try await store.write { try $0.void(ticket) }
            try await expect(store, made + 1) { try $0.epoch() }
            try await store.write { try $0.advanceEpoch(past: 100) }
            try await expect(store, 101) { try $0.epoch() }
        },
        Self("an orphan is only redeemed once it is condemned, due, and nobody's") { store in
            let now = try await store.read(\.now)
            var orphan = Orphan(
                id: OrphanID("orphan-1"),
                object: EngineObject(kind: .claim, name: "hf-test-stray", uid: "uid-9"),
                firstSeen: StoreWorld.past, lastSeen: now)
            try await expectOrphanRedeemed(orphan, in: store, false)
            orphan.state = .condemned
            orphan.condemnedBy = "user-1"
            orphan.confirmation = "digest"
            orphan.notBefore = now + .seconds(60)
            try await expectOrphanRedeemed(orphan, in: store, false)
            orphan.notBefore = now
            try await expectOrphanRedeemed(orphan, in: store, true)
            try await expect(store, [.begun]) { try $0.orphans().map(\.state) }
            let world = StoreWorld()
            try await store.write { try world.insert(into: $0) }
            orphan.id = OrphanID("orphan-2")
            orphan.object.name = world.volume.claim.rawValue
            try await expectOrphanRedeemed(orphan, in: store, false)
        },
    ]

    private static func expectOrphanRedeemed(
        _ orphan: Orphan, in store: any Store, _ expected: Bool
    ) async throws {
        try await store.write { try $0.save(orphan) }
        let permission = try await store.redeem(orphan: orphan.id)
        let isGiven = permission != nil
        #expect(isGiven == expected)
    }
}

import Domain
import Testing

extension StoreConformance {
    private static let ticket = TicketID("ticket-1")

    /// What an older copy of the database gets wrong, and by what it knows that it is older.
    static let epochs: [Self] = [
        Self("each step of giving a volume up advances the epoch") { store in
            let world = StoreWorld()
            try await store.write { try world.insert(into: $0) }
            var volume = world.volume
            volume.uid = ClaimUID("uid-1")
            try await expectEpoch(of: store, advanced: false) { [volume] in try $0.update(volume) }
            volume.state = .retired
            try await expectEpoch(of: store, advanced: true) { [volume] in try $0.update(volume) }
            try await expectEpoch(of: store, advanced: false) { [volume] in try $0.update(volume) }
            try await expectEpoch(of: store, advanced: true) { try $0.insert(world.ticket()) }
            let before = try await store.read { try $0.epoch() }
            _ = try await store.redeem(ticket)
            try await expect(store, true) { try $0.epoch() > before }
            try await expectEpoch(of: store, advanced: true) {
                try $0.spend(ticket, proof: "seen gone")
            }
        },
        Self("to condemn an orphan, and to spare it, advances the epoch; to see it does not") {
            store in
            var orphan = Orphan(
                id: OrphanID("orphan-1"),
                object: EngineObject(kind: .claim, name: "hf-test-stray", uid: "uid-9"),
                firstSeen: StoreWorld.past, lastSeen: StoreWorld.past)
            try await expectEpoch(of: store, advanced: false) { [orphan] in try $0.save(orphan) }
            orphan.looks = 2
            try await expectEpoch(of: store, advanced: false) { [orphan] in try $0.save(orphan) }
            let condemned = orphan.condemned(
                by: "user-1", confirming: "digest", notBefore: StoreWorld.start)
            try await expectEpoch(of: store, advanced: true) { try $0.save(condemned) }
            try await expect(store, condemned) { try $0.orphan(condemned.id) }
            try await expectEpoch(of: store, advanced: true) { try $0.save(condemned.spared) }
            try await expect(store, condemned.spared) { try $0.orphan(condemned.id) }
            try await expectEpoch(of: store, advanced: true) { [orphan] in
                try $0.save(orphan.ended(at: StoreWorld.start, proof: "it went"))
            }
            try await expect(store, []) { try $0.orphans() }
        },
        Self("an epoch is noted before it is written down, and never a lower one") { store in
            try await expect(store, 0) { try $0.witnessedEpoch() }
            try await store.write { try $0.advanceEpoch(past: 4) }
            try await expect(store, .ahead(5)) { try $0.verdict(on: Inventory(epoch: 5)) }
            let noted = try await store.write { try $0.noteWitness() }
            #expect(noted == 5)
            try await expect(store, .agrees) { try $0.verdict(on: Inventory(epoch: 5)) }
            try await store.write { try $0.advanceEpoch(past: 0) }
            try await expect(store, .behind) { try $0.verdict(on: Inventory(epoch: 5)) }
            try await expect(store, .ahead(6)) { try $0.verdict(on: Inventory(epoch: 6)) }
            try await expect(store, .behind) { try $0.verdict(on: Inventory()) }
        },
        Self("tickets that are due are postponed, others and ended ones are not") { store in
            let now = try await store.read(\.now)
            let worlds = [StoreWorld(1), StoreWorld(2), StoreWorld(3)]
            try await worlds[0].retired(in: store)
            let late = worlds[1].ticket("ticket-2", notBefore: now + .seconds(7200))
            try await worlds[1].retired(with: late, in: store)
            try await worlds[2].retired(with: worlds[2].ticket("ticket-3"), in: store)
            _ = try await store.write { try $0.void(TicketID("ticket-3")) }
            let voided = try await store.read { try $0.ticket(TicketID("ticket-3")) }
            try await expect(store, 2) { try $0.openTickets() }
            let moment = now + .seconds(3600)
            let before = try await store.read { try $0.epoch() }
            let changed = try await store.write { try $0.postponeTickets(to: moment) }
            #expect(changed.map(\.id) == [ticket])
            #expect(changed.map(\.notBefore) == [moment])
            try await expect(store, changed.first) { try $0.ticket(ticket) }
            try await expect(store, late) { try $0.ticket(late.id) }
            try await expect(store, voided) { try $0.ticket(TicketID("ticket-3")) }
            try await expect(store, true) { try $0.epoch() > before }
            let again = try await store.write { try $0.postponeTickets(to: moment) }
            #expect(again == [])
        },
        Self("kept volumes are found by claim and id, and added up by state") { store in
            let worlds = [StoreWorld(1), StoreWorld(2), StoreWorld(3)]
            for world in worlds { try await store.write { try world.insert(into: $0) } }
            let gone = worlds[2].volume
            try await store.write { rows in
                var retired = gone
                retired.state = .retired
                try rows.update(retired)
                try rows.insert(worlds[2].ticket(uid: nil))
                try rows.spend(ticket, proof: "never made")
                try rows.save(worlds[0].usage(of: 3))
                try rows.save(worlds[2].usage(of: 5))
            }
            try await expect(store, Set(worlds[...1].map(\.volume.claim))) { try $0.keptClaims() }
            try await expect(store, .destroyed) { try $0.volume(gone.claim)?.state }
            try await expect(store, worlds[0].volume) { try $0.volume(worlds[0].volume.id) }
            try await expect(store, nil) { try $0.volume(ClaimName("no-such")) }
            try await expect(
                store,
                [StorageTotal(state: .attached, volumes: 2, size: Bytes(500 << 20), used: Bytes(3))]
            ) { try $0.storageTotals() }
        },
        Self("a claim of a volume that no row ever told of is unknown, until it is decided") {
            store in
            let world = StoreWorld()
            try await store.write { try world.insert(into: $0) }
            let own = EngineObject(
                kind: .claim, name: world.volume.claim.rawValue, uid: "uid-1",
                volumeID: world.volume.id)
            let later = EngineObject(
                kind: .claim, name: "hf-test-notes-1-data-g2", uid: "uid-2",
                volumeID: VolumeID("volume-9"))
            let handmade = EngineObject(kind: .claim, name: "hf-test-by-hand", uid: "uid-3")
            let inventory = Inventory(objects: [own, later, handmade])
            try await expect(store, [later]) { try $0.unknownClaims(in: inventory) }
            try await expect(store, [handmade]) { try $0.strays(in: inventory) }
            try await store.write { rows in
                try rows.save(
                    Orphan(
                        id: OrphanID("orphan-1"), object: later, firstSeen: rows.now,
                        lastSeen: rows.now))
            }
            try await expect(store, []) { try $0.unknownClaims(in: inventory) }
            try await expect(store, [handmade, later]) { try $0.strays(in: inventory) }
        },
    ]

    private static func expectEpoch(
        of store: any Store, advanced: Bool, sourceLocation: SourceLocation = #_sourceLocation,
        by body: @Sendable @escaping (any StoreWriter) throws -> Void
    ) async throws {
        let before = try await store.read { try $0.epoch() }
        try await store.write(body)
        let after = try await store.read { try $0.epoch() }
        #expect((after > before) == advanced, sourceLocation: sourceLocation)
    }
}

extension StoreWorld {
    fileprivate func usage(of bytes: Int64) -> VolumeUsage {
        VolumeUsage(
            volumeID: volume.id, instanceID: instance.id, used: Bytes(bytes), isEnforced: false,
            measuredAt: Self.start)
    }
}

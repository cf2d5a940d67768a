import Domain
import Testing

extension StoreConformance {
    private static let ticket = TicketID("ticket-1")

    static let destruction: [Self] = [
        Self("a due ticket becomes the permission to destroy, and is audited once") { store in
            let world = StoreWorld()
            try await world.retired(in: store)
            try await expectRedeemed(store, times: 1)
            let record = try await store.read { try $0.ticket(ticket) }
            #expect(record?.state == .begun)
            #expect(record?.begunAt != nil)
            let rows = try await store.read { try $0.audit(before: nil, limit: 10) }
            #expect(rows.map(\.action) == ["volume.destroy-begun"])
            #expect(rows.first?.actor == "system")
            #expect(rows.first?.subjectID == world.volume.id.rawValue)
            #expect(rows.first?.details["ticket"] == "ticket-1")
            #expect(rows.first?.details["uid"] == "uid-1")
            #expect(rows.first?.details["claim"] == world.volume.claim.rawValue)
            #expect(rows.first?.details["reason"] == "reset")
            #expect(rows.first?.details["issuedBy"] == world.user.id.rawValue)
        },
        Self("a ticket that has begun is redeemed again, after a crash") { store in
            let world = StoreWorld()
            try await world.retired(in: store)
            try await expectRedeemed(store, times: 1)
            let first = try await store.read { try $0.ticket(ticket) }
            try await expectRedeemed(store, times: 1)
            try await expect(store, first) { try $0.ticket(ticket) }
            try await expect(store, 1) { try $0.audit(before: nil, limit: 10).count }
        },
        Self("a ticket is not redeemed before its time, by the database's clock") { store in
            let now = try await store.read(\.now)
            let world = StoreWorld()
            try await world.retired(
                with: world.ticket(notBefore: now + .seconds(3600)), in: store)
            try await expectRedeemed(store, times: 0)
            try await expect(store, .issued) { try $0.ticket(ticket)?.state }
            try await expect(store, 0) { try $0.audit(before: nil, limit: 10).count }
        },
        Self("a ticket without a claim's uid is not redeemed until it has one") { store in
            let world = StoreWorld()
            try await world.retired(with: world.ticket(uid: nil), in: store)
            try await expectRedeemed(store, times: 0)
            try await store.write { try $0.nameClaim(ClaimUID("uid-1"), in: ticket) }
            try await expect(store, ClaimUID("uid-1")) { try $0.ticket(ticket)?.uid }
            await expectFailure {
                try await store.write { try $0.nameClaim(ClaimUID("uid-2"), in: ticket) }
            }
            try await expectRedeemed(store, times: 1)
        },
        Self("a ticket for another identity than the volume's is not redeemed") { store in
            let world = StoreWorld()
            try await world.retired(with: world.ticket(uid: "uid-2"), in: store)
            try await expectRedeemed(store, times: 0)
        },
        Self("a ticket for another claim than the volume's is not redeemed") { store in
            let world = StoreWorld()
            var ticket = world.ticket()
            ticket.claim = ClaimName("hf-test-other-data-g1")
            try await world.retired(with: ticket, in: store)
            try await expectRedeemed(store, times: 0)
        },
        Self("a ticket for a volume that is attached again is not redeemed") { store in
            let world = StoreWorld()
            try await world.retired(in: store)
            var volume = world.volume
            volume.uid = ClaimUID("uid-1")
            try await store.write { [volume] in try $0.update(volume) }
            try await expectRedeemed(store, times: 0)
        },
        Self("a begun ticket for a volume that is attached again is not redeemed") { store in
            let world = StoreWorld()
            try await world.retired(in: store)
            try await expectRedeemed(store, times: 1)
            var volume = world.volume
            volume.uid = ClaimUID("uid-1")
            try await store.write { [volume] in try $0.update(volume) }
            try await expectRedeemed(store, times: 0)
        },
        Self("a voided ticket is not redeemed, and a begun one not voided") { store in
            let worlds = [StoreWorld(1), StoreWorld(2)]
            try await worlds[0].retired(in: store)
            try await worlds[1].retired(with: worlds[1].ticket("ticket-2"), in: store)
            let isVoided = try await store.write { try $0.void(ticket) }
            #expect(isVoided)
            try await expectRedeemed(store, times: 0)
            await expectFailure {
                try await store.write { try $0.spend(ticket, proof: "p") }
            }
            try await expect(store, true) { try $0.ticket(ticket)?.endedAt != nil }
            let permission = try await store.redeem(TicketID("ticket-2"))
            let isGranted = permission != nil
            let isTooLate = try await store.write { try !$0.void(TicketID("ticket-2")) }
            let isTwice = try await store.write { try $0.void(ticket) }
            #expect(isGranted && isTooLate && !isTwice)
        },
        Self("of an undo and a redemption at once, one wins") { store in
            for number in 1...20 {
                let world = StoreWorld(number)
                let id = TicketID("ticket-\(number)")
                try await world.retired(with: world.ticket(id.rawValue), in: store)
                async let voiding = store.write { try $0.void(id) }
                async let redeeming = isRedeemed(id, store)
                let (isVoided, isRedeemed) = try await (voiding, redeeming)
                #expect(isVoided != isRedeemed)
            }
        },
        Self("a spent ticket ends its volume, with proof, and is used up") { store in
            let world = StoreWorld()
            try await world.retired(in: store)
            try await expectRedeemed(store, times: 1)
            let now = try await store.write { writer in
                try writer.spend(ticket, proof: "seen gone")
                return writer.now
            }
            let record = try await store.read { try $0.ticket(ticket) }
            let volume = try await store.read { try $0.volumes(of: world.instance.id).first }
            #expect(record?.state == .spent)
            #expect(record?.proof == "seen gone")
            #expect(record?.endedAt == now)
            #expect(volume?.state == .destroyed)
            #expect(volume?.destroyedAt == now)
            let newest = try await store.read { try $0.audit(before: nil, limit: 1).first }
            #expect(newest?.action == "volume.destroyed")
            #expect(newest?.details["proof"] == "seen gone")
            try await expectRedeemed(store, times: 0)
            await expectFailure {
                try await store.write { try $0.spend(ticket, proof: "again") }
            }
            var grown = volume ?? world.volume
            grown.size = Bytes(1 << 30)
            await expectFailure { [grown] in
                try await store.write { try $0.update(grown) }
            }
        },
        Self("a ticket whose claim never existed is spent without having begun") { store in
            let world = StoreWorld()
            var volume = world.volume
            volume.state = .retired
            try await store.write { [volume] writer in
                try world.insert(into: writer)
                try writer.update(volume)
                try writer.insert(world.ticket(uid: nil))
                try writer.spend(ticket, proof: "never made")
            }
            try await expect(store, .destroyed) { reader in
                try reader.volumes(of: world.instance.id).first?.state
            }
        },
        Self("a ticket whose claim is missing is spent once its window is over") { store in
            try await StoreWorld().retired(in: store)
            try await store.write { try $0.spend(ticket, proof: "it was missing") }
            try await expect(store, .spent) { try $0.ticket(ticket)?.state }
        },
        Self("a ticket that has not begun is not spent, nor one of an attached volume") { store in
            let worlds = [StoreWorld(1), StoreWorld(2)]
            let now = try await store.read(\.now)
            try await worlds[0].retired(
                with: worlds[0].ticket(notBefore: now + .seconds(3600)), in: store)
            await expectFailure {
                try await store.write { try $0.spend(ticket, proof: "p") }
            }
            try await store.write { writer in
                try worlds[1].insert(into: writer)
                try writer.insert(worlds[1].ticket("ticket-2", uid: nil))
            }
            await expectFailure {
                try await store.write { try $0.spend(TicketID("ticket-2"), proof: "p") }
            }
            try await expect(store, .issued) { try $0.ticket(TicketID("ticket-2"))?.state }
            try await expect(store, 0) { try $0.audit(before: nil, limit: 10).count }
        },
        Self("nobody redeems a ticket that is not there") { store in
            try await expectRedeemed(store, times: 0)
        },
    ]

    private static func isRedeemed(_ id: TicketID, _ store: any Store) async throws -> Bool {
        let permission = try await store.redeem(id)
        return permission != nil
    }

    static func expectRedeemed(
        _ store: any Store, times: Int, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        var count = 0
        if let permission = try await store.redeem(ticket) {
            count += 1
            #expect(permission.id == ticket, sourceLocation: sourceLocation)
            #expect(permission.uid == ClaimUID("uid-1"), sourceLocation: sourceLocation)
            let claim = StoreWorld().volume.claim
            #expect(permission.claim == claim, sourceLocation: sourceLocation)
        }
        #expect(count == times, sourceLocation: sourceLocation)
    }
}

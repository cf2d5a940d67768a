import Domain
import Testing

extension StoreConformance {
    static let storage: [Self] = [
        Self("volumes come back as they went in") { store in
            let world = StoreWorld()
            var volume = world.volume
            try await store.write { writer in
                try world.insert(into: writer)
                try writer.insert(world.operation("operation-1", .reset))
            }
            try await expect(store, [world.volume]) { try $0.volumes(of: world.instance.id) }
            volume.size = Bytes(500 << 20)
            volume.uid = ClaimUID("uid-1")
            volume.state = .retired
            volume.claimStatus = .lost
            volume.retiredAt = StoreWorld.start + .seconds(1)
            volume.retiredBy = OperationID("operation-1")
            volume.retirement = 1
            volume.whereabouts = Whereabouts(
                place: "/srv/1 on node n1", manifest: "{}", doubt: "the node is gone")
            try await store.write { [volume] in try $0.update(volume) }
            try await expect(store, [volume]) { try $0.volumes(of: world.instance.id) }
        },
        Self("a volume's measurement is what was saved last") { store in
            let world = StoreWorld()
            var usage = VolumeUsage(
                volumeID: world.volume.id, instanceID: world.instance.id, used: Bytes(1),
                isEnforced: false, measuredAt: StoreWorld.start)
            try await store.write { try world.insert(into: $0) }
            try await expect(store, []) { try $0.usage(of: world.instance.id) }
            for isFull in [false, true] {
                usage.used = Bytes(usage.used.count + 1)
                usage.isEnforced = isFull
                usage.isToldFull = isFull
                usage.measuredAt = usage.measuredAt + .seconds(1)
                try await store.write { [usage] in try $0.save(usage) }
                try await expect(store, [usage]) { try $0.usage(of: world.instance.id) }
            }
            try await expect(store, []) { try $0.usage(of: InstanceID("another")) }
        },
        Self("volumes are sorted by generation, then by name") { store in
            let world = StoreWorld()
            let volumes = [(2, "data"), (1, "logs"), (1, "cache"), (2, "cache")].map {
                generation, name in
                var volume = world.volume
                volume.id = VolumeID("volume-\(name)-\(generation)")
                volume.generation = generation
                volume.template.name = name
                volume.claim = ClaimName("hf-\(name)-g\(generation)")
                return volume
            }
            try await store.write { writer in
                try world.insert(into: writer)
                for volume in volumes { try writer.insert(volume) }
            }
            try await expect(store, ["cache1", "data1", "logs1", "cache2", "data2"]) { reader in
                try reader.volumes(of: world.instance.id).map {
                    "\($0.template.name)\($0.generation)"
                }
            }
        },
        Self("a claim's name is never used twice") { store in
            let world = StoreWorld()
            var other = StoreWorld(2)
            other.volume.claim = world.volume.claim
            try await store.write { try world.insert(into: $0) }
            await expectFailure { [other] in
                try await store.write { try other.insert(into: $0) }
            }
        },
        Self("a known uid of a claim never changes") { store in
            let world = StoreWorld()
            try await store.write { writer in
                try world.insert(into: writer)
                var volume = world.volume
                volume.uid = ClaimUID("uid-1")
                try writer.update(volume)
            }
            for uid in [nil, ClaimUID("uid-2")] {
                var volume = world.volume
                volume.uid = uid
                await expectFailure { [volume] in
                    try await store.write { try $0.update(volume) }
                }
            }
        },
        Self("only a spent ticket makes a volume destroyed") { store in
            let world = StoreWorld()
            try await store.write { try world.insert(into: $0) }
            var volume = world.volume
            volume.state = .destroyed
            volume.destroyedAt = StoreWorld.start
            await expectFailure { [volume] in
                try await store.write { try $0.update(volume) }
            }
        },
        Self("secrets come back as they went in, by generation") { store in
            let world = StoreWorld()
            let secrets = [("A", 1), ("B", 1), ("A", 2)].map { name, generation in
                InstanceSecret(
                    instanceID: world.instance.id, generation: generation, name: name,
                    value: "\(name)\(generation)")
            }
            try await store.write { writer in
                try world.insert(into: writer)
                for secret in secrets.reversed() { try writer.insert(secret) }
            }
            try await expect(store, Array(secrets[0...1])) { reader in
                try reader.secrets(of: world.instance.id, generation: 1)
            }
            try await expect(store, [secrets[2]]) { reader in
                try reader.secrets(of: world.instance.id, generation: 2)
            }
            await expectFailure { try await store.write { try $0.insert(secrets[0]) } }
        },
        Self("tickets come back as they went in") { store in
            let world = StoreWorld()
            let bare = world.ticket("ticket-1", uid: nil)
            var full = world.ticket("ticket-2")
            full.reason = .neverBound
            full.state = .spent
            full.begunAt = StoreWorld.start + .seconds(1)
            full.endedAt = StoreWorld.start + .seconds(2)
            full.proof = "seen"
            try await store.write { [full] writer in
                try world.insert(into: writer)
                try writer.insert(full)
                try writer.insert(bare)
            }
            try await expect(store, bare) { try $0.ticket(bare.id) }
            try await expect(store, nil) { try $0.ticket(TicketID("none")) }
            try await expect(store, [bare, full]) { [full] reader in
                try reader.tickets(of: full.instanceID)
            }
        },
        Self("a volume has one open ticket") { store in
            let world = StoreWorld()
            try await world.retired(in: store)
            await expectFailure {
                try await store.write { try $0.insert(world.ticket("ticket-2")) }
            }
            _ = try await store.write { try $0.void(TicketID("ticket-1")) }
            try await store.write { try $0.insert(world.ticket("ticket-2")) }
        },
    ]
}

import Domain
import Testing
import Wire

/// What a subscriber sees.
struct ReplyTests {
    @Test func theScalarFieldsShowTheFirstVolume() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            let path = "/api/v1/subscriptions/\(made.subscriptionId)"
            let reply = try await client.get(path).decoded(SubscriptionReply.self)
            #expect(reply.status == "ACTIVE")
            #expect(reply.service == "notes")
            #expect(reply.variant == "Basic")
            #expect(reply.createdAt == "2026-01-01T00:00:00.000Z")
            #expect(reply.operation?.id == made.id)
            #expect(reply.undo == nil)
            let instance = reply.instance
            #expect(instance.name == made.instance)
            #expect(instance.wish == "RUNNING")
            #expect(instance.status == "UNKNOWN")
            #expect(instance.url == "http://services.test:\(instance.port)")
            #expect(instance.volumeClaimName?.hasPrefix("hf-tested-") == true)
            #expect(instance.volumeStatus == "Pending")
            #expect(instance.volumeSize == "250Mi")
            #expect(instance.volumeMountPath == "/data")
            #expect(instance.storageClass == nil)
            #expect(instance.accessMode == "ReadWriteOnce")
            #expect(instance.volumes.map(\.state) == ["attached"])
            let alone = try await client.get("\(path)/instance").decoded(InstanceReply.self)
            #expect(alone == instance)
        }
    }

    @Test func aResetCanBeSeenToBeUndoable() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            try await world.end(made.id)
            let path = "/api/v1/subscriptions/\(made.instance)"
            let before = try await client.get(path).decoded(SubscriptionReply.self)
            let reset = try await client.post(
                "\(path)/reset-pod", #"{"confirm":"\#(made.instance)"}"#
            ).decoded(OperationReply.self)
            try await world.end(reset.id)

            let after = try await client.get(path).decoded(SubscriptionReply.self)
            let until = (world.clock.now() + .seconds(72 * 3600)).description
            #expect(after.undo == UndoReply(until: until, generation: 1))
            #expect(after.instance.generation == 2)
            #expect(after.instance.volumes.map(\.state) == ["attached", "retired"])
            #expect(after.instance.volumes.map(\.keptUntil) == [nil, until])
            #expect(after.instance.volumeClaimName != before.instance.volumeClaimName)

            let undo = try await client.post("\(path)/undo-reset").decoded(OperationReply.self)
            try await world.end(undo.id)
            let again = try await client.get(path).decoded(SubscriptionReply.self)
            #expect(again.instance.volumeClaimName == before.instance.volumeClaimName)
            #expect(again.undo?.generation == 2)
        }
    }

    @Test func anUndoIsNotOfferedOnceDestructionHasBegun() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            try await world.end(made.id)
            let path = "/api/v1/subscriptions/\(made.instance)"
            let reset = try await client.post(
                "\(path)/reset-pod", #"{"confirm":"\#(made.instance)"}"#
            ).decoded(OperationReply.self)
            try await world.end(reset.id)
            let operation = OperationID(reset.id)
            let ticket = try await world.store.write { rows in
                let instance = try #require(try rows.operation(operation)).instanceID
                let ticket = try #require(try rows.tickets(of: instance).first)
                try rows.nameClaim(ClaimUID("uid"), in: ticket.id)
                for var volume in try rows.volumes(of: instance) where volume.generation == 1 {
                    volume.uid = ClaimUID("uid")
                    try rows.update(volume)
                }
                return ticket
            }
            world.clock.advance(by: .seconds(72 * 3600))
            let permission = try await world.store.redeem(ticket.id)
            let hasBegun = permission != nil
            #expect(hasBegun)
            let fresh = try await world.tokens.token(for: try await world.user())
            let reply = try await client.with(fresh).get(path).decoded(SubscriptionReply.self)
            #expect(reply.undo == nil)
        }
    }

    @Test func statusesAreInCapitals() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            let since = world.clock.now()
            let operation = OperationID(made.id)
            try await world.store.write { rows in
                let instance = try #require(try rows.operation(operation)).instanceID
                try rows.save(
                    InstanceStatus(
                        instanceID: instance, phase: .unhealthy, message: "answers 500",
                        since: since))
                try rows.append(
                    InstanceEvent(
                        instanceID: instance, at: since, severity: .alert, kind: "volume-lost",
                        message: "The volume is gone."))
            }
            let path = "/api/v1/subscriptions/\(made.instance)"
            let reply = try await client.get("\(path)/instance").decoded(InstanceReply.self)
            #expect(reply.status == "UNHEALTHY")
            #expect(reply.message == "answers 500")
            #expect(reply.since == since.description)
            let events = try await client.get("\(path)/events")
                .decoded(PageReply<EventReply>.self)
            #expect(events.items.first?.kind == "volume-lost")
            #expect(events.items.first?.severity == "alert")
        }
    }

    @Test func servicesSayWhatTheyCost() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let list = try await client.with(token).get("/api/v1/services")
                .decoded(PageReply<ServiceReply>.self)
            let notes = try #require(list.items.first)
            let one = try await client.with(token).get("/api/v1/services/notes")
            #expect(try one.decoded(ServiceReply.self) == notes)
            #expect(notes.volumes == [VolumeTemplateReply(name: "data", mountPath: "/data")])
            let limits = LimitsReply(cpu: "500m", memory: "128Mi", processes: 64)
            #expect(
                notes.variants == [
                    VariantReply(
                        name: "Basic", limits: limits, volumeSizes: ["data": "250Mi"],
                        graceDays: 60),
                    VariantReply(
                        name: "Plus",
                        limits: LimitsReply(cpu: "1", memory: "256Mi", processes: 128),
                        volumeSizes: ["data": "1Gi"], graceDays: 60),
                ])
            let problem = try await client.with(token).get("/api/v1/services/none").problem
            #expect(problem.status == 404)
            #expect(problem.detail?.contains("none") == true)
        }
    }

    @Test func theEngineIsSeenByAdmins() async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let client = client.with(admin)
            let first = try await client.get("/api/v1/admin/engine").decoded(EngineReply.self)
            #expect(first == EngineReply(state: "unknown"))
            let since = world.clock.now()
            try await world.store.write { rows in
                try rows.save(
                    EngineHealth(
                        state: .reachable, since: since, detail: "Docker 27",
                        abilities: EngineAbilities(
                            sizes: .enforced(by: "btrfs"), growth: .online,
                            changesLimitsLive: true)))
            }
            let next = try await client.get("/api/v1/admin/engine").decoded(EngineReply.self)
            let known = EngineReply(
                state: "reachable", since: since.description, detail: "Docker 27",
                abilities: AbilitiesReply(
                    sizes: "enforced", enforcedBy: "btrfs", growth: "online",
                    changesLimitsLive: true))
            #expect(next == known)
        }
    }
}

import Domain
import Operations
import TestSupport
import Testing

/// What a request writes down, and what it refuses.
@Suite struct WishTests {
    @Test func aSubscriptionIsWrittenWhole() async throws {
        let door = try await Door()
        let operation = try await door.plane.subscribe(
            door.anna, service: "notes", variant: "Basic")
        let name = try await door.plane.operation(door.anna.actor, operation.id).instanceName
        let view = try await door.plane.subscription(door.anna.actor, name)
        #expect(view.subscription.status == .active)
        #expect(view.volumes.map(\.size) == [Bytes(250 << 20)])
        #expect(view.volumes.map(\.claim.rawValue) == ["hf-test-\(name)-data-g1"])
        #expect(view.operation == operation)
        #expect(try await door.audit().contains("subscription.create"))
    }

    @Test func unknownServicesAndVariantsAreNamed() async throws {
        let door = try await Door()
        for (service, variant, word) in [("nope", "Basic", "notes"), ("notes", "Nope", "Basic")] {
            let refusal = await #expect(throws: Refusal.self) {
                try await door.plane.subscribe(door.anna, service: service, variant: variant)
            }
            #expect("\(refusal.map { "\($0)" } ?? "")".contains(word))
        }
    }

    @Test func oneOperationAtATime() async throws {
        let door = try await Door()
        let name = try await door.instance()
        let first = try await door.plane.restart(door.anna, name)
        await #expect(throws: Refusal.busy(first.id, kind: .restart)) {
            try await door.plane.stop(door.anna, name)
        }
        #expect(try await door.plane.subscription(door.anna.actor, name).instance.wish == .running)
    }

    @Test func racingRequestsAreOneOperation() async throws {
        let door = try await Door()
        let name = try await door.instance()
        let wins = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { (try? await door.plane.restart(door.anna, name)) != nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wins == 1)
        #expect(
            try await door.plane.subscription(door.anna.actor, name).instance.restartsWanted == 1)
    }

    @Test func aRepeatIsNotASecondRequest() async throws {
        let door = try await Door()
        let name = try await door.instance()
        let first = try await door.plane.restart(door.anna.with(key: "k"), name)
        let second = try await door.plane.restart(door.anna.with(key: "k"), name)
        #expect(first.id == second.id)
        await #expect(throws: Refusal.idempotencyMismatch(key: "k")) {
            try await door.plane.stop(door.anna.with(key: "k", fingerprint: "other"), name)
        }
        // Keys belong to a user: another's is another request.
        let other = try await door.plane.subscribe(
            door.ben.with(key: "k", fingerprint: "b"), service: "notes", variant: "Basic")
        #expect(other.id != first.id)
    }

    @Test func aRefusedRequestUsesUpNoKey() async throws {
        let door = try await Door()
        let name = try await door.instance()
        await #expect(throws: Refusal.self) {
            try await door.plane.reset(door.anna.with(key: "k"), name, confirm: "wrong")
        }
        _ = try await door.plane.restart(door.anna.with(key: "k"), name)
    }

    @Test(arguments: [nil, "", "notes", "NAME"])
    func aResetWantsTheName(confirm: String?) async throws {
        let door = try await Door()
        let name = try await door.instance()
        let typed = confirm == "NAME" ? name.uppercased() : confirm
        await #expect(throws: Refusal.confirmation(expected: name)) {
            try await door.plane.reset(door.anna, name, confirm: typed)
        }
        let view = try await door.plane.subscription(door.anna.actor, name)
        #expect(view.tickets.isEmpty)
        #expect(view.operation == nil)
    }

    @Test func aResetIsRecordedBeforeAnythingHappens() async throws {
        let door = try await Door()
        let name = try await door.instance()
        _ = try await door.plane.reset(door.anna, name, confirm: name)
        let view = try await door.plane.subscription(door.anna.actor, name)
        #expect(view.volumes.map(\.state) == [.retired, .attached])
        #expect(view.volumes.map(\.generation) == [1, 2])
        let ticket = try #require(view.tickets.first)
        #expect(ticket.confirmation == name)
        #expect(ticket.notBefore - ticket.issuedAt == .seconds(72 * 3600))
        #expect(ticket.lastBackup == .waived("no backup is set up"))
        let events = try await door.store.read { try $0.audit(before: nil, limit: 200) }
        let reset = events.first { $0.action == "instance.reset" }
        #expect(reset?.details["configuration"]?.contains("example/notes:1") == true)
        #expect(events.contains { $0.action == "volume.retire" })
        let secrets = try await door.store.read {
            try $0.secrets(of: view.instance.id, generation: 1)
        }
        for secret in secrets {
            #expect(!events.contains { "\($0.details)".contains(secret.value) })
        }
    }

    @Test func claimsAreNeverNamedTwice() async throws {
        let door = try await Door()
        let name = try await door.instance()
        for verb in 0..<6 {
            let operation =
                verb % 3 == 2
                ? try await door.plane.undoReset(door.anna, name)
                : try await door.plane.reset(door.anna, name, confirm: name)
            try await door.end(operation)
        }
        let volumes = try await door.plane.subscription(door.anna.actor, name).volumes
        #expect(Set(volumes.map(\.claim)).count == volumes.count)
        #expect(volumes.filter { $0.state == .attached }.count == 1)
    }

    /// Clocks are set back by people, and by machines that start without a battery.
    @Test func anUndoTakesBackTheLastResetWhateverTheClockSays() async throws {
        let door = try await Door()
        let name = try await door.instance()
        try await door.end(door.plane.reset(door.anna, name, confirm: name))
        door.clock.advance(by: .seconds(-3600))
        try await door.end(door.plane.reset(door.anna, name, confirm: name))
        let offered = try await door.plane.subscription(door.anna.actor, name).volumes
        #expect(offered.lastRetired.map(\.generation) == [2])
        try await door.end(door.plane.undoReset(door.anna, name))
        let volumes = try await door.plane.subscription(door.anna.actor, name).volumes
        #expect(volumes.filter { $0.state == .attached }.map(\.generation) == [2])
    }

    @Test func anUndoIsUndoneByAnother() async throws {
        let door = try await Door()
        let name = try await door.instance()
        for generation in [2, 3] {
            try await door.end(door.plane.reset(door.anna, name, confirm: name))
            let volumes = try await door.plane.subscription(door.anna.actor, name).volumes
            #expect(volumes.filter { $0.state == .attached }.map(\.generation) == [generation])
        }
        for generation in [2, 3, 2] {
            try await door.end(door.plane.undoReset(door.anna, name))
            let volumes = try await door.plane.subscription(door.anna.actor, name).volumes
            #expect(volumes.filter { $0.state == .attached }.map(\.generation) == [generation])
        }
        try await door.end(door.plane.reset(door.anna, name, confirm: name))
        let volumes = try await door.plane.subscription(door.anna.actor, name).volumes
        #expect(volumes.lastRetired.map(\.generation) == [2])
    }

    /// Nor what a reset had taken out before it: that is not what its owner had at the end.
    @Test func aDeletionGivesNothingBackButWhatItTookOut() async throws {
        let door = try await Door()
        let name = try await door.instance()
        try await door.end(door.plane.reset(door.anna, name, confirm: name))
        try await door.end(door.plane.cancel(door.anna, name))
        try await door.end(door.plane.delete(door.anna, name, confirm: name))
        let view = try await door.plane.subscription(door.anna.actor, name)
        let second = try #require(view.volumes.first { $0.generation == 2 })
        try await door.store.write { rows in
            var volume = second
            volume.uid = ClaimUID("second")
            try rows.update(volume)
            let ticket = try rows.tickets(of: second.instanceID)
                .first { $0.volumeID == second.id }
            // As where a stranger has removed it: the first is still there.
            if let ticket { try rows.spend(ticket.id, proof: "it was missing") }
        }
        await #expect(throws: Refusal.self) {
            try await door.plane.undoDelete(door.anna, name)
        }
        await #expect(throws: Refusal.self) {
            try await door.plane.resubscribe(door.anna, name)
        }
    }

    /// What was never made has held nothing, and keeps nobody from the rest.
    @Test func whatWasNeverMadeKeepsNothingFromComingBack() async throws {
        let door = try await Door()
        let name = try await door.instance()
        try await door.end(door.plane.cancel(door.anna, name))
        try await door.end(door.plane.delete(door.anna, name, confirm: name))
        let view = try await door.plane.subscription(door.anna.actor, name)
        try await door.store.write { rows in
            for ticket in try rows.tickets(of: view.instance.id) {
                try rows.spend(ticket.id, proof: "the claim was never made")
            }
        }
        _ = try await door.plane.undoDelete(door.anna, name)
        let volumes = try await door.plane.subscription(door.anna.actor, name).volumes
        #expect(volumes.count { $0.state == .attached } == 1)
    }

    @Test func thereIsNothingToUndoBeforeAReset() async throws {
        let door = try await Door()
        let name = try await door.instance()
        await #expect(throws: Refusal.self) {
            try await door.plane.undoReset(door.anna, name)
        }
    }

    @Test func aStoppedServiceIsNotRestarted() async throws {
        let door = try await Door()
        let name = try await door.instance()
        try await door.end(door.plane.stop(door.anna, name))
        await #expect(throws: Refusal.self) { try await door.plane.restart(door.anna, name) }
    }

    @Test func anEndedSubscriptionIsNotOperated() async throws {
        let door = try await Door()
        let name = try await door.instance()
        let subscription = try await door.plane.subscription(door.anna.actor, name).subscription
        try await door.store.write { rows in
            var ended = subscription
            ended.status = .cancelled
            try rows.update(ended)
        }
        await #expect(throws: Refusal.self) { try await door.plane.start(door.anna, name) }
        await #expect(throws: Refusal.self) {
            try await door.plane.reset(door.anna, name, confirm: name)
        }
    }

    @Test func portsAreGivenOnceAndMayRunOut() async throws {
        let door = try await Door(ports: 20000...20001)
        for _ in 0..<2 {
            _ = try await door.plane.subscribe(door.anna, service: "notes", variant: "Basic")
        }
        let ports = try await door.plane.subscriptions(door.anna.actor, Page())
            .map(\.instance.hostPort)
        #expect(Set(ports) == [20000, 20001])
        await #expect(throws: Refusal.self) {
            try await door.plane.subscribe(door.anna, service: "notes", variant: "Basic")
        }
        #expect(try await door.plane.subscriptions(door.anna.actor, Page()).count == 2)
    }
}

import Domain
import Operations
import TestSupport
import Testing

/// A change of variant: the limits and the sizes, and nothing else.
@Suite struct VariantTests {
    private func view(_ name: String, _ door: Door) async throws -> SubscriptionView {
        try await door.plane.subscription(door.anna.actor, name)
    }

    @Test func takesLimitsAndSizesAndSaysSo() async throws {
        let door = try await Door()
        let name = try await door.instance()
        let before = try await view(name, door)
        let operation = try await door.plane.changeVariant(door.anna, name, to: "Plus")
        let after = try await view(name, door)
        #expect(operation.kind == .changeVariant)
        #expect(after.subscription.variant == "Plus")
        #expect(after.volumes.map(\.size) == [Bytes(1 << 30)])
        #expect(after.volumes.map(\.claim) == before.volumes.map(\.claim))
        var spec = before.instance.spec
        spec.limits = Fixtures.larger.limits
        #expect(after.instance.spec == spec)
        let audit = try await door.store.read { try $0.audit(before: nil, limit: 1) }
        #expect(audit.first?.action == "instance.change-variant")
        #expect(
            audit.first?.details == [
                "variant": "Basic → Plus", "cpu": "500m → 1", "memory": "128Mi → 256Mi",
                "processes": "64 → 128", "size of data": "250Mi → 1Gi",
                "operation": operation.id.rawValue,
            ])
    }

    @Test func neverShrinksAVolume() async throws {
        let door = try await Door()
        let name = try await door.instance()
        try await door.end(door.plane.changeVariant(door.anna, name, to: "Plus"))
        let back = try await door.plane.changeVariant(door.anna, name, to: "Basic")
        let after = try await view(name, door)
        #expect(after.volumes.map(\.size) == [Bytes(1 << 30)])
        #expect(after.instance.spec.limits == Fixtures.variant.limits)
        let words = "stays 1Gi, since a volume never shrinks (Basic: 250Mi)"
        let audit = try await door.store.read { try $0.audit(before: nil, limit: 1) }
        #expect(audit.first?.details["size of data"] == words)
        let story = try await door.plane.operation(door.anna.actor, back.id).steps
        #expect(story.map(\.text) == ["size of volume data: \(words)"])
    }

    @Test func takesNothingElseThatChangedInTheCatalog() async throws {
        var changed = Fixtures.notes
        changed.image = "example/notes:2"
        changed.environment["NEW"] = "1"
        let door = try await Door()
        let name = try await door.instance()
        door.shelf.put(Catalog(services: [changed]), at: door.clock.now())
        _ = try await door.plane.changeVariant(door.anna, name, to: "Plus")
        let spec = try await view(name, door).instance.spec
        #expect(spec.image == "example/notes:1")
        #expect(spec.environment["NEW"] == nil)
        #expect(spec.limits == Fixtures.larger.limits)
    }

    @Test func whatAnUndoBringsBackIsAsLarge() async throws {
        let door = try await Door()
        let name = try await door.instance()
        try await door.end(door.plane.reset(door.anna, name, confirm: name))
        try await door.end(door.plane.changeVariant(door.anna, name, to: "Plus"))
        #expect(
            try await view(name, door).volumes.map(\.size) == [Bytes(250 << 20), Bytes(1 << 30)])
        try await door.end(door.plane.undoReset(door.anna, name))
        #expect(try await view(name, door).volumes.map(\.size) == [Bytes(1 << 30), Bytes(1 << 30)])
    }

    @Test func isRefusedWithWords() async throws {
        let door = try await Door()
        let name = try await door.instance()
        let refusals: [(String, String)] = [("Basic", "already"), ("Huge", "Basic, Plus")]
        for (variant, words) in refusals {
            let refusal = await #expect(throws: Refusal.self) {
                try await door.plane.changeVariant(door.anna, name, to: variant)
            }
            #expect("\(refusal.map { "\($0)" } ?? "")".contains(words))
        }
        await #expect(throws: Refusal.notFound(kind: "subscription", id: name)) {
            try await door.plane.changeVariant(door.ben, name, to: "Plus")
        }
        let restart = try await door.plane.restart(door.anna, name)
        await #expect(throws: Refusal.busy(restart.id, kind: .restart)) {
            try await door.plane.changeVariant(door.anna, name, to: "Plus")
        }
        try await door.end(restart)
        door.shelf.put(Catalog(services: []), at: door.clock.now())
        let gone = await #expect(throws: Refusal.self) {
            try await door.plane.changeVariant(door.anna, name, to: "Plus")
        }
        #expect("\(gone.map { "\($0)" } ?? "")".contains("no longer in the catalog"))
        #expect(try await view(name, door).subscription.variant == "Basic")
    }

    @Test func isNotForEndedSubscriptions() async throws {
        let door = try await Door()
        let name = try await door.instance()
        let subscription = try await view(name, door).subscription
        try await door.store.write { rows in
            var ended = subscription
            ended.status = .cancelled
            try rows.update(ended)
        }
        await #expect(throws: Refusal.self) {
            try await door.plane.changeVariant(door.anna, name, to: "Plus")
        }
    }

    @Test func isAskedOncePerKey() async throws {
        let door = try await Door()
        let name = try await door.instance()
        let context = door.anna.with(key: "k")
        let first = try await door.plane.changeVariant(context, name, to: "Plus")
        try await door.end(first)
        #expect(try await door.plane.changeVariant(context, name, to: "Plus").id == first.id)
    }
}

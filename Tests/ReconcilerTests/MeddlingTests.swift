import Domain
import TestSupport
import Testing

/// What happens behind our back is put right on the same volume, and told.
@Suite struct MeddlingTests {
    @Test(arguments: ["killed", "removed", "edited", "closed", "doubled"])
    func isPutRightOnTheSameVolume(how: String) async throws {
        let (house, id) = try await House.running()
        try await house.write("kept", id)
        let claims = try await house.claims(id)
        Self.meddle(how, house, id)
        await house.settle(id)
        #expect(try await house.view(id).status?.phase == .running)
        #expect(try await house.claims(id) == claims)
        #expect(try await house.note(id) == "kept")
        #expect(house.engine.world { $0.containers(of: id) }.count == 1)
        #expect(try await house.events(id).isEmpty == false)
        if how != "doubled" { #expect(house.engine.world(\.doubleWriters) == []) }
    }

    @Test(
        arguments: [
            ("killed", "workload-stopped"), ("removed", "workload-missing"),
            ("edited", "workload-edited"), ("closed", "workload-unreachable"),
        ])
    func oneRepairIsToldOnce(how: String, kind: String) async throws {
        let (house, id) = try await House.running()
        Self.meddle(how, house, id)
        await house.settle(id)
        #expect(try await house.events(id).map(\.kind) == [kind])
    }

    private static func meddle(_ how: String, _ house: House, _ id: InstanceID) {
        switch how {
        case "killed": house.meddle(id) { $0.run = nil }
        case "edited": house.meddle(id) { $0.drift = ["memory 64Mi instead of 128Mi"] }
        case "closed": house.meddle(id) { $0.missing = ["its door"] }
        case "removed":
            house.engine.world { world in
                for container in world.containers(of: id) {
                    world.containers[container.id] = nil
                }
            }
        default:
            house.engine.world { world in
                var second = world.containers(of: id)[0]
                second.id = WorkloadID("second")
                world.containers[second.id] = second
            }
        }
    }

    @Test func aMissingVolumeIsLostAndNeverMadeAnew() async throws {
        let (house, id) = try await House.running()
        let claim = try await house.claims(id)[0]
        let before = house.engine.world { $0.claims[claim] }
        house.engine.world { world in
            for container in world.containers(of: id) { world.containers[container.id] = nil }
            world.claims[claim] = nil
        }
        await house.settle(id)
        await house.settle(id)
        let view = try await house.view(id)
        #expect(view.status?.phase == .lost)
        #expect(view.volumes.map(\.claimStatus) == [.lost])
        #expect(house.engine.world { $0.claims[claim] } == nil)
        #expect(house.engine.world { $0.containers(of: id) }.isEmpty)
        let alerts = try await house.events(id).filter { $0.severity == .alert }
        #expect(alerts.map(\.kind) == ["volume-lost"])
        house.engine.world { $0.claims[claim] = before }
        await house.settle(id)
        #expect(try await house.view(id).status?.phase == .running)
        #expect(try await house.view(id).volumes.map(\.claimStatus) == [.bound])
    }

    @Test func aLostVolumeCanBeLeftBehindByAReset() async throws {
        let (house, id) = try await House.running()
        let claim = try await house.claims(id)[0]
        house.meddle(id) { $0.run = nil }
        house.engine.world { $0.claims[claim] = nil }
        await house.settle(id)
        let name = try await house.view(id).instance.name
        _ = try await house.plane.reset(house.context, name, confirm: name)
        await house.settle(id)
        #expect(try await house.view(id).status?.phase == .running)
    }

    @Test func aStrangerOnTheVolumeHoldsBackTheStart() async throws {
        let (house, id) = try await House.running()
        let claim = try await house.claims(id)[0]
        house.meddle(id) { $0.run = nil }
        house.engine.world { world in
            let stranger = WorkloadID("stranger")
            world.containers[stranger] = .init(
                id: stranger, workload: nil, name: "stranger", claims: [claim])
            world.run(stranger)
        }
        let operation = try await house.plane.restart(
            house.context, house.view(id).instance.name)
        await house.settle(id)
        #expect(house.engine.world(\.doubleWriters) == [])
        #expect(try await house.view(id).status?.phase == .blocked)
        let end = try await house.operation(operation.id).operation
        #expect(end.state == .failed)
        #expect(end.message?.contains("stranger") == true)
    }

    @Test func nothingIsWrittenAtRest() async throws {
        let (house, id) = try await House.running()
        let writes = house.store.writes
        let acts = house.engine.world(\.acts.count)
        for _ in 0..<10 { await house.settle(id) }
        #expect(house.store.writes == writes)
        #expect(house.engine.world(\.acts.count) == acts)
    }
}

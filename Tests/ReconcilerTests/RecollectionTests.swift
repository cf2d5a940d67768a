import Domain
import Reconciler
import TestSupport
import Testing

/// What an engine remembers spares looks, and nothing is ever done by it.
@Suite struct RecollectionTests {
    private func remembering() async throws -> (House, InstanceID) {
        let (house, id) = try await House.running()
        house.engine.world { $0.remembers = true }
        await house.settle(id)
        return (house, id)
    }

    /// How often it is looked at until it rests.
    private func looks(at id: InstanceID, in house: House) async -> Int {
        let before = house.engine.world { $0.looks }
        await house.settle(id)
        return house.engine.world { $0.looks } - before
    }

    @Test func whatRestsIsNotLookedAt() async throws {
        let (house, id) = try await remembering()
        #expect(await looks(at: id, in: house) == 0)
        house.engine.world { $0.impressions = [:] }
        #expect(await looks(at: id, in: house) == 1)
    }

    @Test func aWishIsNotJudgedByIt() async throws {
        let (house, id) = try await remembering()
        _ = try await house.plane.stop(house.context, try await house.view(id).instance.name)
        await house.settle(id)
        #expect(house.engine.world { $0.containers(of: id).allSatisfy { $0.run == nil } })
    }

    /// Also an operation that has nothing to do is ended by what was seen.
    @Test func anOperationIsNotEndedByIt() async throws {
        let (house, id) = try await remembering()
        let name = try await house.view(id).instance.name
        let operation = try await house.plane.start(house.context, name)
        #expect(await looks(at: id, in: house) > 0)
        #expect(try await house.operation(operation.id).operation.state == .succeeded)
    }

    /// What is waited for is heard of; to ask for it ten times a second would help nobody.
    @Test func whatIsWaitedForIsNotLookedAtAgainAndAgain() async throws {
        let house = try await House()
        house.engine.world { world in
            world.remembers = true
            world.startsReady = false
        }
        let id = try await house.subscribe().instanceID
        _ = await house.worker.lookAfter(id)
        let before = house.engine.world { $0.looks }
        #expect(before > 0)
        #expect(await house.worker.lookAfter(id) != nil)
        #expect(house.engine.world { $0.looks } == before)
        house.engine.world { world in
            world.impressions = [:]
            for container in world.containers.keys { world.containers[container]?.isReady = true }
        }
        await house.settle(id)
        #expect(try await house.view(id).status?.phase == .running)
    }

    @Test func whatItWouldDoIsDecidedByALook() async throws {
        let (house, id) = try await remembering()
        house.engine.world { world in
            world.impressions[id]?.workloads = []
            world.acts = []
        }
        #expect(await looks(at: id, in: house) == 1)
        #expect(house.engine.world { $0.acts } == [])
    }

    @Test func onlyWhatIsWhollyInOrderIsQuiet() async throws {
        let (house, _) = try await House.running()
        let survey = house.survey()
        #expect(await !survey.isQuiet())
        house.engine.world { $0.remembers = true }
        await survey.look()
        #expect(await survey.isQuiet())
        house.engine.world { world in
            world.claims[ClaimName("hf-test-left-data-g1")] = MemoryWorld.Claim(
                uid: ClaimUID("left"), volumeID: VolumeID("left"), size: Bytes(1))
        }
        #expect(await !survey.isQuiet())
    }

    @Test func aLaterStateOfTheDatabaseIsNotQuiet() async throws {
        let (house, _) = try await House.running()
        house.engine.world { $0.remembers = true }
        let survey = house.survey()
        await survey.look()
        house.engine.world { $0.epoch = 1_000 }
        #expect(await !survey.isQuiet())
    }
}

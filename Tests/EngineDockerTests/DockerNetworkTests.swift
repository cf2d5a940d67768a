import Conformance
import DockerAPI
import Domain
import EngineDocker
import RealWorld
import TestSupport
import Testing

/// The one network of an installation, on a real daemon.
@Suite(.needsDocker, .needsBusybox, .inDockerWorld(within: .seconds(180)))
struct DockerNetworkTests {
    private static let isolation = "com.docker.network.bridge.enable_icc"

    private func networks(of world: DockerWorld) async throws -> [NetworkInspection] {
        try await world.client.listNetworks().filter { $0.name == "hf-\(world.install)" }
    }

    /// Docker before 25 makes two when it is asked for both at once.
    @Test func servicesThatAreMadeAtOnceShareOne() async throws {
        try await DockerWorld.with { world in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for name in ["one", "two", "three", "four"] {
                    group.addTask { try await Scene(name, in: world).make() }
                }
                try await group.waitForAll()
            }
            #expect(try await networks(of: world).count == 1)
        }
    }

    /// What is left of a container that is gone must never lead to another service.
    @Test func addressesFollowThePorts() async throws {
        try await DockerWorld.with { world in
            let scene = try await Scene(in: world)
            let id = try await scene.run()
            let network = try #require(try await networks(of: world).first)
            let seen = try await world.client.inspectContainer(id.rawValue)
            let address = seen.networkSettings?.networks?[network.name]?.address
            #expect(network.labels?[Label.subnet] == network.roomySubnet)
            // Where the engine had no large subnet left, it gives addresses as it likes.
            let wanted = network.address(forPort: scene.workload.hostPort)
            #expect((wanted == nil) == (network.roomySubnet == nil))
            #expect(wanted == nil || address == wanted)
            let isKept = try await keepsServicesApart(world)
            #expect((network.options?[Self.isolation] == "false") == isKept)
        }
    }

    /// On a network that leaves addresses to the engine, none can be asked for.
    @Test func aNetworkOfTheOlderKindGoesOnServing() async throws {
        try await DockerWorld.with { world in
            try await world.client.createNetwork(
                NetworkBody(DockerEngineSettings(install: world.install), isolated: true))
            let older = try await networks(of: world).map(\.id)
            let scene = try await Scene(in: world)
            let id = try await scene.run()
            let first = try await scene.only().state.run
            try await scene.take(.restart(id, timeout: .seconds(5)))
            try await scene.untilReady()
            #expect(try await scene.only().state.run != first)
            try await scene.take(.stop(id, timeout: .seconds(5)))
            let other = try await Scene("other", in: world)
            try await other.run()
            try await scene.take(.start(id, scene.workload))
            try await scene.untilReady()
            for each in [scene, other] { #expect(try await each.only().drift == []) }
            #expect(try await networks(of: world).map(\.id) == older)
        }
    }

    /// Podman takes options that it does not know, and forgets them.
    private func keepsServicesApart(_ world: DockerWorld) async throws -> Bool {
        let name = "hf-\(world.install)-apart"
        try await world.client.createNetwork(
            NetworkBody(
                name: name, options: [Self.isolation: "false"],
                labels: [Label.install: world.install]))
        let made = try await world.client.listNetworks().first { $0.name == name }
        try await world.client.removeNetwork(name)
        return made?.options?[Self.isolation] == "false"
    }

    /// Newer Docker and Podman refuse to make it, which is as good.
    @Test func aSecondOfTheSameNameIsMended() async throws {
        try await DockerWorld.with { world in
            let scene = try await Scene(in: world)
            let id = try await scene.make()
            var double = NetworkBody(
                name: "hf-\(world.install)", labels: [Label.install: world.install])
            double.checkDuplicate = false
            try? await world.client.createNetwork(double)
            try await scene.take(.start(id, scene.workload))
            try await scene.untilReady()
            #expect(try await networks(of: world).count == 1)
        }
    }

    /// Podman keeps a network for as long as a container is to join it, also a stopped one: then
    /// it cannot go missing.
    @Test func aStoppedContainerWhoseNetworkIsGoneIsDrift() async throws {
        try await DockerWorld.with { world in
            let scene = try await Scene(in: world)
            let id = try await scene.run()
            try await scene.take(.stop(id, timeout: .seconds(5)))
            #expect(try await scene.only().drift == [])
            do {
                try await world.client.removeNetwork("hf-\(world.install)")
                #expect(try await scene.only().drift == ["its network was removed"])
            } catch let error as DockerError {
                #expect("\(error)".contains("network is being used"))
                #expect(try await networks(of: world).count == 1)
                #expect(try await scene.only().drift == [])
            }
            try await scene.take(.remove(id))
            try await scene.run()
        }
    }
}

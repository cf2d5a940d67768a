import DockerAPI
import Domain
import EngineDocker
import RealWorld
import TestSupport
import Testing

/// What becomes of the container that tells the epoch, whatever others do to it.
@Suite(.needsDocker, .needsBusybox, .inDockerWorld(within: .seconds(180)))
struct WitnessTests {
    @Test func itIsNeverStartedAndItsNameTellsTheEpoch() async throws {
        try await DockerWorld.with { world in
            for epoch in [1, 2, 40] as [Int64] { try await world.docker.write(epoch: epoch) }
            let witnesses = try await world.witnesses()
            #expect(witnesses.map(\.names) == [["/hf-\(world.install)-epoch-40"]])
            #expect(["created", "configured"].contains(witnesses.first?.state ?? ""))
            #expect(witnesses.first?.mounts ?? [] == [])
        }
    }

    @Test func whereItWasPrunedItIsMadeAnew() async throws {
        try await DockerWorld.with { world in
            try await world.docker.write(epoch: 5)
            for witness in try await world.witnesses() {
                try await world.client.removeContainer(witness.id)
            }
            #expect(try await world.docker.inventory().epoch == nil)
            try await world.docker.write(epoch: 5)
            #expect(try await world.docker.inventory().epoch == 5)
        }
    }

    @Test func ofSeveralTheLatestCounts() async throws {
        try await DockerWorld.with { world in
            try await world.docker.write(epoch: 5)
            try await world.plantWitness("hf-\(world.install)-epoch-8", of: world.install)
            #expect(try await world.docker.inventory().epoch == 8)
            try await world.docker.write(epoch: 9)
            #expect(try await world.docker.inventory() == Inventory(epoch: 9))
            #expect(try await world.witnesses().count == 2)
        }
    }

    /// Neither by its name alone, nor by its labels alone, nor as another installation's.
    @Test func nothingElseIsTakenForOne() async throws {
        try await DockerWorld.with { world in
            let other = "hf-\(world.install)x-epoch-7"
            try await world.plantWitness(other, of: "\(world.install)x")
            try await world.plantWitness("renamed-\(world.install)", of: world.install)
            let inventory = try await world.docker.inventory()
            try await world.client.removeContainer(other)
            #expect(inventory == Inventory())
        }
    }
}

extension DockerWorld {
    fileprivate func witnesses() async throws -> [ContainerSummary] {
        try await client.listContainers(Filters(["label": ["\(Label.install)=\(install)"]]))
            .filter { $0.labels?[Label.install] == install && $0.labels?[Label.witness] != nil }
    }

    fileprivate func plantWitness(_ name: String, of install: String) async throws {
        _ = try await client.createContainer(
            name,
            ContainerBody(
                image: BusyboxImage.name, command: ["none"],
                labels: [Label.install: install, Label.witness: "epoch"]))
    }
}

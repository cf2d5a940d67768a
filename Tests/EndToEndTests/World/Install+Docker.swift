import Conformance
import DockerAPI
import Domain
import TestSupport
import Testing
import Wire

/// What an installation has at the daemon, seen past Holdfast.
extension Install {
    /// The name that everything of this installation bears.
    static func name(in claim: String, of instance: String) throws -> String {
        let match = try #require(claim.firstMatch(of: /^hf-([0-9a-z]+)-/), "\(claim)")
        try #require(claim.hasPrefix("hf-\(match.1)-\(instance)-"))
        return String(match.1)
    }

    /// Of services; the one that tells the epoch is none.
    func containers(of name: String) async throws -> [ContainerSummary] {
        try await own(name).filter { $0.labels?["holdfast.witness"] == nil }
    }

    /// Those that tell the epoch.
    func witnesses(of name: String) async throws -> [ContainerSummary] {
        try await own(name).filter { $0.labels?["holdfast.witness"] != nil }
    }

    private func own(_ name: String) async throws -> [ContainerSummary] {
        try await docker.listContainers(Filters(["label": ["holdfast.install=\(name)"]]))
            .filter { $0.labels?["holdfast.install"] == name }
    }

    func volumes(of name: String) async throws -> Set<String> {
        Set(try await docker.listVolumes().map(\.name).filter { $0.hasPrefix("hf-\(name)-") })
    }

    /// Who has a volume mounted, whether it runs or not.
    func users(of claim: String) async throws -> [ContainerSummary] {
        try await docker.listContainers().filter { container in
            (container.mounts ?? []).contains { $0.name == claim }
        }
    }

    /// The one container that has the service's volume.
    func container(of service: SubscriptionReply) async throws -> ContainerInspection {
        let users = try await users(of: #require(service.instance.volumeClaimName))
        try #require(users.count == 1, "\(users)")
        return try await docker.inspectContainer(users[0].id)
    }

    /// For each service one container, on the attached volume alone; each volume that is not
    /// destroyed is there, and nothing else.
    func expectAccounted(
        _ services: [SubscriptionReply], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let first = try #require(services.first?.instance)
        let name = try Self.name(in: #require(first.volumeClaimName), of: first.name)
        let containers = try await containers(of: name)
        let mounted = containers.map { $0.mounts?.compactMap(\.name) ?? [] }
        let attached = services.map { [$0.instance.volumeClaimName ?? ""] }
        #expect(Set(mounted) == Set(attached), sourceLocation: sourceLocation)
        #expect(containers.count == services.count, sourceLocation: sourceLocation)
        let kept = services.flatMap(\.instance.volumes).filter { $0.state != "destroyed" }
        #expect(
            try await volumes(of: name) == Set(kept.map(\.volumeClaimName)),
            sourceLocation: sourceLocation)
    }

    /// As a person does it by hand; the reconciler may be faster, and then it is done again.
    func removeByHand(_ container: String) async throws {
        _ = try await eventually("The container cannot be removed.") {
            try? await docker.killContainer(container)
            do {
                try await docker.removeContainer(container)
                return true
            } catch let error as DockerError {
                return error.status == 404 ? true : nil
            }
        }
    }

    func removeByHand(volume: String) async throws {
        try await docker.removeVolume(under: .forTest(ClaimName(volume), uid: ClaimUID("any")))
    }

    /// Takes all of an installation from the daemon.
    func remove(_ name: String) async throws {
        for container in try await own(name) { try await removeByHand(container.id) }
        for volume in try await volumes(of: name) { try await removeByHand(volume: volume) }
        for network in try await docker.listNetworks() where network.name == "hf-\(name)" {
            try await docker.removeNetwork(network.name)
        }
    }
}

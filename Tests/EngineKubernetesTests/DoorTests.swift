import Conformance
import Domain
import KubernetesAPI
import RealWorld
import Testing
import Wire

/// What leads visitors to a service, and is removed by somebody, comes back while that runs on.
struct DoorTests {
    private static let kinds: [ResourceKind] = [.service, .networkPolicy]

    @Test(arguments: kinds)
    func comesBackWhileItRuns(_ kind: ResourceKind) async throws {
        try await ClusterWorld.model { world, _ in try await check(kind, world) }
    }

    @Test(.needsControlPlane, arguments: kinds)
    func comesBackInARealCluster(_ kind: ResourceKind) async throws {
        try await ClusterWorld.real { try await check(kind, $0) }
    }

    private func check(_ kind: ResourceKind, _ world: ClusterWorld) async throws {
        let scene = try await Scene(in: world)
        let id = try await scene.run()
        let before = try await scene.only()
        #expect(before.missing == [])
        let door = ResourceName(kind, scene.workload.name, in: world.namespace)
        let seen: JSONValue = try await world.client.get(door)
        try await world.client.remove(
            door, uid: #require(seen["metadata"]?["uid"]?.text),
            resourceVersion: #require(seen["metadata"]?["resourceVersion"]?.text))
        #expect(try await scene.only().missing == ["\(door)"])
        try await scene.take(.start(id, scene.workload))
        #expect(try await scene.only() == before)
    }
}

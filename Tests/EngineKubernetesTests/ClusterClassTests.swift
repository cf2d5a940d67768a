import Conformance
import Domain
import KubernetesAPI
import TestSupport
import Testing
import Wire

/// The class that Holdfast makes beside another, so that bytes outlive their claims.
struct ClusterClassTests {
    private static let twin = StorageClass.twin(of: "memory")

    private func classes(of world: ClusterWorld) async throws -> [String] {
        try await world.client.list(.storageClass, as: StorageClass.self).items
            .filter(\.keepsBytes).map(\.metadata.name)
    }

    @Test func oneIsMadeBesideAClassThatDestroysBytes() async throws {
        try await ClusterWorld.model { world, _ in
            for name in ["notes", "forum"] {
                let scene = try await Scene(name, in: world)
                try await scene.take(.createClaim(try scene.claim()))
            }
            #expect(try await classes(of: world) == [Self.twin])
        }
    }

    /// Whoever has made it by hand has not made it to keep anything.
    @Test func aStrangersOfThatNameIsNotTaken() async throws {
        try await ClusterWorld.model { world, _ in
            let stranger: JSONValue = [
                "apiVersion": "storage.k8s.io/v1", "kind": "StorageClass",
                "metadata": ["name": .string(Self.twin)],
                "provisioner": "holdfast.test/memory", "reclaimPolicy": "Delete",
            ]
            let _: JSONValue = try await world.client.apply(
                stranger, to: ResourceName(.storageClass, Self.twin), manager: "test")
            let scene = try await Scene(in: world)
            let claim = try scene.claim()
            do throws(EngineFailure) {
                try await scene.take(.createClaim(claim))
                Issue.record("A claim was made whose bytes go with it.")
            } catch {
                #expect(error.message.contains("\(Self.twin) is there already"))
            }
            #expect(try await scene.observe().claims == [:])
        }
    }
}

import Domain
import EngineKubernetes
import KubernetesAPI
import TestSupport
import Testing
import Wire

/// What befalls the objects behind claims.
extension ClusterWorld {
    /// By force: neither a finalizer nor its claim holds it back. Its bytes stay where they are.
    func removeVolume(of claim: ClaimName) async throws {
        let seen: PersistentVolumeClaim = try await client.get(
            ResourceName(.persistentVolumeClaim, claim.rawValue, in: namespace))
        let name = try #require(seen.spec.volumeName)
        let path = "/api/v1/persistentvolumes/\(name)"
        _ = try await ground.ask(ModelRequest("DELETE", path))
        _ = try await ground.ask(
            ModelRequest(
                "PATCH", path, body: #"{"metadata":{"finalizers":null}}"#,
                contentType: "application/merge-patch+json"))
        try await until {
            try await self.client.find(
                ResourceName(.persistentVolume, name), as: PersistentVolume.self) == nil
        }
    }

    /// As half a reattachment leaves them: for a claim that is not there.
    func letVolumesWait() async throws {
        let volumes: [PersistentVolume] = try await client.list(
            .persistentVolume, selector: "\(Label.install)=\(install)"
        ).items
        for volume in volumes {
            let _: JSONValue = try await client.merge(
                ["spec": ["claimRef": ["uid": .null]]],
                into: ResourceName(.persistentVolume, volume.metadata.name), manager: "somebody")
        }
    }

    /// As `kubectl create` does.
    func create(_ manifest: String) async throws {
        let answer = try await ground.ask(
            ModelRequest(
                "POST", "/api/v1/persistentvolumes", body: manifest,
                contentType: "application/json"))
        #expect(answer.code == 201)
    }
}

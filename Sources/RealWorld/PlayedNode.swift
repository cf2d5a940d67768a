import Domain
import Foundation
package import KubernetesAPI
import Synchronization
import TestSupport
import Wire

/// Plays what an API server and its controllers lack to run a service in one namespace: the
/// scheduler, the kubelet of one node, and a provisioner whose volumes are texts in memory.
package final class PlayedNode: Sendable {
    /// The bytes of a volume, by file.
    package typealias Bytes = [String: String]

    private struct State {
        var volumes: [String: Bytes] = [:]
        var destroyed: [String] = []
        var doubleWriters: Set<String> = []
    }

    private static let provisioner = "holdfast.test/memory"

    private let plane: ControlPlaneProcess
    private let client: KubernetesClient
    private let namespace: String
    private let state = Mutex(State())

    package init(of plane: ControlPlaneProcess, _ client: KubernetesClient, in namespace: String) {
        self.plane = plane
        self.client = client
        self.namespace = namespace
    }

    /// A class whose volumes go with their claims, as most do; made by whoever comes first.
    package static func storageClass(of client: KubernetesClient) async throws {
        let object: JSONValue = [
            "apiVersion": "storage.k8s.io/v1", "kind": "StorageClass",
            "metadata": [
                "name": "memory",
                "annotations": ["storageclass.kubernetes.io/is-default-class": "true"],
            ],
            "provisioner": .string(provisioner), "reclaimPolicy": "Delete",
            "volumeBindingMode": "Immediate",
        ]
        let _: JSONValue = try await client.apply(
            object, to: ResourceName(.storageClass, "memory"), manager: "test")
    }

    /// Until its task is cancelled.
    package func play() async {
        while !Task.isCancelled {
            // Whatever changes under its hands, it meets again in the next round.
            try? await provision()
            try? await runPods()
            try? await reclaim()
            try? await Task.sleep(for: .milliseconds(20))
        }
    }

    package func change<Value: Sendable>(
        _ handle: String, _ body: (inout Bytes) -> sending Value
    ) -> sending Value {
        state.withLock { body(&$0.volumes[handle, default: [:]]) }
    }

    /// The volumes that have bytes.
    package var handles: Set<String> { Set(state.withLock(\.volumes).keys) }

    /// The claims whose bytes were destroyed, in order.
    package var destroyed: [String] { state.withLock(\.destroyed) }

    /// The claims that two pods had mounted at once.
    package var doubleWriters: Set<String> { state.withLock(\.doubleWriters) }
}

/// Provisioning.
extension PlayedNode {
    private func provision() async throws {
        let claims: [PersistentVolumeClaim] = try await client.list(
            .persistentVolumeClaim, in: namespace
        ).items
        for claim in claims
        where claim.status?.phase == "Pending" && claim.spec.volumeName == nil
            && !claim.metadata.isTerminating
        {
            try await makeVolume(for: claim)
        }
    }

    private func makeVolume(for claim: PersistentVolumeClaim) async throws {
        let (name, uid) = (claim.metadata.name, claim.metadata.uid)
        let found: StorageClass = try await client.get(
            ResourceName(.storageClass, claim.spec.storageClassName ?? ""))
        state.withLock { $0.volumes["volume-\(uid)"] = $0.volumes["volume-\(uid)"] ?? [:] }
        let volume: JSONValue = [
            "apiVersion": "v1", "kind": "PersistentVolume",
            "metadata": [
                "name": "volume-\(uid)",
                "annotations": ["pv.kubernetes.io/provisioned-by": .string(Self.provisioner)],
            ],
            "spec": [
                "capacity": [
                    "storage": .string(claim.spec.resources?.requests?["storage"] ?? "1Mi")
                ],
                "accessModes": ["ReadWriteOnce"],
                "storageClassName": .string(claim.spec.storageClassName ?? ""),
                "persistentVolumeReclaimPolicy": .string(found.reclaimPolicy ?? "Delete"),
                "claimRef": [
                    "apiVersion": "v1", "kind": "PersistentVolumeClaim",
                    "namespace": .string(namespace), "name": .string(name), "uid": .string(uid),
                ],
                "csi": ["driver": "holdfast.test", "volumeHandle": "volume-\(uid)"],
            ],
        ]
        _ = try await plane.ask(
            ModelRequest("POST", "/api/v1/persistentvolumes", json: volume))
    }

    /// Only what is released, and is to be deleted: then the bytes go first.
    private func reclaim() async throws {
        let all: [PersistentVolume] = try await client.list(.persistentVolume).items
        for volume in all
        where volume.spec.claimRef?.namespace == namespace && !volume.isRetained
            && volume.status?.phase == "Released"
        {
            state.withLock { state in
                let held = state.volumes.removeValue(forKey: volume.metadata.name)
                if held != nil { state.destroyed.append(volume.spec.claimRef?.name ?? "") }
            }
            _ = try await plane.ask(
                ModelRequest("DELETE", "/api/v1/persistentvolumes/\(volume.metadata.name)"))
        }
    }
}

/// Scheduling and running.
extension PlayedNode {
    private func runPods() async throws {
        let pods: [JSONValue] = try await client.list(.pod, in: namespace).items
        noteWriters(pods)
        for pod in pods {
            let metadata = pod["metadata"] ?? [:]
            let name = metadata["name"]?.text ?? ""
            let isTerminating = metadata["deletionTimestamp"]?.text != nil
            switch (isTerminating, pod["spec"]?["nodeName"]?.text, pod["status"]?["phase"]?.text) {
            case (true, _, _): try await end(name)
            case (false, nil, _): try await schedule(name, pod)
            case (false, _, "Pending"): try await run(name, pod)
            default: break
            }
        }
    }

    /// Two that run at once, with one claim.
    private func noteWriters(_ pods: [JSONValue]) {
        let running = pods.filter { $0["status"]?["phase"]?.text == "Running" }
        let claims = running.flatMap { pod in
            (pod["spec"]?["volumes"]?.items ?? [])
                .compactMap { $0["persistentVolumeClaim"]?["claimName"]?.text }
        }
        let shared = Dictionary(grouping: claims) { $0 }.filter { $0.value.count > 1 }.keys
        if !shared.isEmpty { state.withLock { $0.doubleWriters.formUnion(shared) } }
    }

    private func end(_ pod: String) async throws {
        _ = try await plane.ask(
            ModelRequest(
                "DELETE", "/api/v1/namespaces/\(namespace)/pods/\(pod)?gracePeriodSeconds=0"))
    }

    /// Once all its claims are bound.
    private func schedule(_ name: String, _ pod: JSONValue) async throws {
        for volume in pod["spec"]?["volumes"]?.items ?? [] {
            guard let claim = volume["persistentVolumeClaim"]?["claimName"]?.text else { continue }
            let seen: PersistentVolumeClaim = try await client.get(
                ResourceName(.persistentVolumeClaim, claim, in: namespace))
            guard seen.isBound, !seen.metadata.isTerminating else { return }
        }
        let binding: JSONValue = [
            "apiVersion": "v1", "kind": "Binding", "metadata": ["name": .string(name)],
            "target": ["apiVersion": "v1", "kind": "Node", "name": "node-1"],
        ]
        _ = try await plane.ask(
            ModelRequest(
                "POST", "/api/v1/namespaces/\(namespace)/pods/\(name)/binding", json: binding))
    }

    private func run(_ name: String, _ pod: JSONValue) async throws {
        let now = JSONValue.string(Instant(Date()).description)
        let containers = (pod["spec"]?["containers"]?.items ?? []).map { container -> JSONValue in
            [
                "name": container["name"] ?? "", "image": container["image"] ?? "",
                "imageID": "", "ready": true, "restartCount": 0,
                "state": ["running": ["startedAt": now]],
            ]
        }
        let status: JSONValue = [
            "phase": "Running", "containerStatuses": .array(containers),
            "conditions": [["type": "Ready", "status": "True", "lastTransitionTime": now]],
        ]
        let _: JSONValue = try await client.merge(
            ["status": status], into: ResourceName(.pod, name, in: namespace),
            subresource: "status", manager: "kubelet")
    }
}

import Domain
import TestSupport
import Testing
import Wire

/// What controllers would do.
extension EngineAtWork {
    /// Gives the claim a volume.
    ///
    /// - Returns: The identity that the engine gave it.
    func bind() throws -> ClaimUID {
        let claim = try #require(claimObject)
        server.ask(
            "POST", ModelKind.volume.path(),
            [
                "apiVersion": "v1", "kind": "PersistentVolume", "metadata": ["name": "pv-1"],
                "spec": [
                    "capacity": ["storage": "1Gi"], "accessModes": ["ReadWriteOnce"],
                    "storageClassName": claim["spec", "storageClassName"] ?? .null,
                    "hostPath": ["path": "/x"], "persistentVolumeReclaimPolicy": "Retain",
                    "nodeAffinity": [
                        "required": [
                            "nodeSelectorTerms": [
                                [
                                    "matchExpressions": [
                                        [
                                            "key": "kubernetes.io/hostname",
                                            "operator": "In", "values": ["n1"],
                                        ]
                                    ]
                                ]
                            ]
                        ]
                    ],
                    "claimRef": [
                        "namespace": .string(namespace), "name": .string(claim.name ?? ""),
                        "uid": .string(claim.uid ?? ""),
                    ],
                ],
            ])
        change(claimPath, ["spec": ["volumeName": "pv-1"]])
        change(
            "\(claimPath)/status",
            ["status": ["phase": "Bound", "capacity": ["storage": "1Gi"]]])
        return ClaimUID(try #require(claim["metadata", "labels", "holdfast/claim"]?.text))
    }

    /// As if nothing used the claim any more.
    func release() { change(claimPath, ["metadata": ["finalizers": .null]]) }

    func plantPod() {
        server.ask(
            "POST", podsPath,
            [
                "apiVersion": "v1", "kind": "Pod",
                "metadata": [
                    "name": "notes-1-0",
                    "labels": ["holdfast/install": "abc123", "holdfast/instance": "i1"],
                ],
                "spec": ["containers": [["name": "service", "image": "notes:1"]]],
            ])
        let status: JSONValue = [
            "name": "service", "ready": true, "state": ["running": [:]],
            "image": "notes:1", "imageID": "", "restartCount": 0,
        ]
        change(
            "\(podsPath)/notes-1-0/status",
            ["status": ["phase": "Running", "containerStatuses": [status]]])
    }

    func removePod() {
        server.ask("DELETE", "\(podsPath)/notes-1-0", ["gracePeriodSeconds": 0])
    }

    private var podsPath: String { ModelKind.pod.path(in: namespace) }
    private var claimPath: String {
        "\(ModelKind.claim.path(in: namespace))/\(Self.claim.name)"
    }

    private func change(_ path: String, _ patch: JSONValue) {
        server.ask("PATCH", path, patch, contentType: "application/merge-patch+json")
    }
}

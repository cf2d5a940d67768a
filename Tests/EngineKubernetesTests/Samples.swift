import Domain
import EngineKubernetes
import FoundationEssentials
import KubernetesAPI
import Wire

/// What these tests are about, over and over.
enum Sample {
    static let settings = KubernetesEngineSettings(install: "abc123")

    static let service = CatalogService(
        name: "notes", title: "Notes", summary: "Keeps notes.", image: "notes:1", port: 8080,
        volumes: [
            VolumeTemplate(name: "data", mountPath: "/data", owner: FileOwner(user: 7, group: 8))
        ],
        health: HealthCheck(
            probe: .http(path: "/health", headers: [:], status: nil), timeout: .seconds(2),
            startPeriod: .seconds(30)),
        stopTimeout: .milliseconds(9_500),
        variants: [
            Variant(
                name: "Basic",
                limits: Limits(cpu: CPU(millicores: 500), memory: Bytes(256 << 20), processes: 9),
                volumeSizes: ["data": Bytes(1 << 30)])
        ])

    static let claim = Desired.Claim(
        volumeID: VolumeID("v1"), instanceID: InstanceID("i1"), customerID: UserID("c1"),
        name: ClaimName("hf-abc123-notes-1-data-g1"),
        size: Bytes(1 << 30))

    static var workload: Workload {
        var spec = WorkloadSpec(of: service, variant: service.variants[0])
        spec.user = "7:8"
        return Workload(
            instanceID: InstanceID("i1"), customerID: UserID("c1"), name: "notes-1", spec: spec,
            environment: ["KEY": "secret"], hostPort: 30_001, generation: 1,
            mounts: [
                Workload.Mount(
                    claim: claim.name, path: "/data", owner: FileOwner(user: 7, group: 8))
            ])
    }

    static func read<Value: Decodable>(_ json: JSONValue) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(json))
    }

    /// As an API server has it.
    static func set(
        replicas: Int = 1, generation: Int = 2, isTerminating: Bool = false
    ) throws -> StatefulSet {
        var json = KubernetesObject.statefulSet(of: workload, settings).content
        json["metadata"] = .object(
            (json["metadata"]?.members ?? [:]).merging([
                "uid": "set-1", "resourceVersion": "7", "generation": .integer(generation),
                "deletionTimestamp": isTerminating ? "2026-01-01T00:00:00Z" : .null,
            ]) { $1 })
        json["spec"] = .object(
            (json["spec"]?.members ?? [:]).merging(["replicas": .integer(replicas)]) { $1 })
        return try read(json)
    }

    /// - Parameters:
    ///   - status: Of the pod.
    static func pod(_ status: JSONValue, isTerminating: Bool = false) throws -> Pod {
        try read([
            "metadata": [
                "name": "notes-1-0", "namespace": "hf-abc123-c1", "uid": "pod-1",
                "resourceVersion": "8",
                "deletionTimestamp": isTerminating ? "2026-01-01T00:00:00Z" : .null,
            ],
            "spec": [
                "volumes": [
                    ["persistentVolumeClaim": ["claimName": .string(claim.name.rawValue)]]
                ]
            ],
            "status": status,
        ])
    }
}

import Domain
import EngineKubernetes
import KubernetesAPI
import TestSupport
import Testing
import Wire

/// Whole objects, as they are sent.
struct ObjectTests {
    private static let labels: JSONValue = [
        "app.kubernetes.io/managed-by": "holdfast", "holdfast/install": "abc123",
        "holdfast/instance": "i1", "holdfast/customer": "c1", "holdfast/generation": "1",
    ]

    private static let volumeMount: JSONValue = ["name": "volume-0", "mountPath": "/data"]

    private static func probe(_ period: Int, _ failures: Int) -> JSONValue {
        [
            "httpGet": ["path": "/health", "port": "http"], "timeoutSeconds": 2,
            "periodSeconds": .integer(period), "failureThreshold": .integer(failures),
        ]
    }

    private static let container: JSONValue = [
        "name": "service", "image": "notes:1", "imagePullPolicy": "IfNotPresent",
        "ports": [["name": "http", "containerPort": 8080, "protocol": "TCP"]],
        "envFrom": [["secretRef": ["name": "notes-1"]]],
        "resources": [
            "limits": ["cpu": "500m", "memory": "268435456"],
            "requests": ["cpu": "50m", "memory": "268435456"],
        ],
        "securityContext": ["allowPrivilegeEscalation": false],
        "volumeMounts": [volumeMount],
        "startupProbe": probe(1, 3600), "readinessProbe": probe(5, 2),
        "livenessProbe": probe(5, 120),
    ]

    private static let owner: JSONValue = [
        "name": "owner-0", "image": "busybox:1.36", "imagePullPolicy": "IfNotPresent",
        "command": ["chown", "7:8", "/data"],
        "securityContext": [
            "runAsUser": 0, "runAsGroup": 0, "allowPrivilegeEscalation": false,
        ],
        "resources": [
            "limits": ["cpu": "100m", "memory": "32Mi"],
            "requests": ["cpu": "10m", "memory": "16Mi"],
        ],
        "volumeMounts": [volumeMount],
    ]

    /// What the server wrote otherwise, would be taken for somebody's edit, and made anew for ever.
    @Test(arguments: [1, 10, 250, 500, 1000, 1500, 2000, 64_000, 1_000_000] as [Int64])
    func processorTimeIsWrittenAsTheServerWritesIt(_ millicores: Int64) {
        let written = ModelQuantity("\(millicores)m")?.description
        #expect(CPU(millicores: millicores).quantity == written)
    }

    @Test(arguments: [0, 1, 1000, 1024, 250 << 20, 256 << 20, 500 << 20, 1 << 30] as [Int64])
    func memoryIsWrittenAsTheServerWritesIt(_ count: Int64) {
        #expect(Bytes(count).quantity == ModelQuantity("\(count)")?.description)
    }

    @Test func aWorkloadIsAStatefulSetOfOneThatDoesNotRunYet() {
        let set = KubernetesObject.statefulSet(of: Sample.workload, Sample.settings)
        let pod: JSONValue = [
            "automountServiceAccountToken": false, "enableServiceLinks": false,
            "terminationGracePeriodSeconds": 10,
            "securityContext": [
                "seccompProfile": ["type": "RuntimeDefault"], "runAsUser": 7, "runAsGroup": 8,
            ],
            "initContainers": [Self.owner], "containers": [Self.container],
            "volumes": [
                [
                    "name": "volume-0",
                    "persistentVolumeClaim": ["claimName": "hf-abc123-notes-1-data-g1"],
                ]
            ],
        ]
        let expected: JSONValue = [
            "apiVersion": "apps/v1", "kind": "StatefulSet",
            "metadata": [
                "name": "notes-1", "namespace": "hf-abc123-c1", "labels": Self.labels,
                "annotations": ["holdfast/revision": .string(Sample.workload.revision)],
            ],
            "spec": [
                "replicas": 0, "serviceName": "notes-1", "revisionHistoryLimit": 1,
                "selector": ["matchLabels": ["holdfast/instance": "i1"]],
                "template": ["metadata": ["labels": Self.labels], "spec": pod],
            ],
        ]
        #expect(expected.differences(in: set.content) == [])
        #expect(set.content == expected)
    }

    /// Whoever may read a template may not read secrets.
    @Test func noSecretIsInATemplate() {
        let set = KubernetesObject.statefulSet(of: Sample.workload, Sample.settings)
        #expect(!"\(set)".contains("KEY"))
        let secret = KubernetesObject.environment(of: Sample.workload, Sample.settings)
        #expect(secret.content["stringData"] == ["KEY": "secret"])
    }

    /// What owned a claim would take it along.
    @Test func nobodyOwnsAClaim() {
        let claim = KubernetesObject.claim(
            Sample.claim, uid: ClaimUID("u1"), storageClass: "fast", Sample.settings)
        #expect(
            claim.content == [
                "apiVersion": "v1", "kind": "PersistentVolumeClaim",
                "metadata": [
                    "name": "hf-abc123-notes-1-data-g1", "namespace": "hf-abc123-c1",
                    "labels": [
                        "app.kubernetes.io/managed-by": "holdfast",
                        "holdfast/install": "abc123", "holdfast/instance": "i1",
                        "holdfast/volume": "v1", "holdfast/claim": "u1",
                    ],
                ],
                "spec": [
                    "accessModes": ["ReadWriteOnce"], "storageClassName": "fast",
                    "resources": ["requests": ["storage": "1073741824"]],
                ],
            ])
    }

    @Test func visitorsComeByPortsOrByNames() {
        let byPort = KubernetesObject.service(of: Sample.workload, Sample.settings)
        #expect(byPort.content["spec"]?["type"] == "NodePort")
        #expect(byPort.content["spec"]?["ports"]?.items.first?["nodePort"] == 30_001)
        #expect(KubernetesObject.ingress(of: Sample.workload, Sample.settings) == nil)
        var settings = Sample.settings
        settings.access = .ingress(class: "nginx", domain: "example.org", namespace: "front")
        let byName = KubernetesObject.service(of: Sample.workload, settings)
        #expect(byName.content["spec"]?["type"] == "ClusterIP")
        #expect(byName.content["spec"]?["ports"]?.items.first?["nodePort"] == nil)
        let ingress = KubernetesObject.ingress(of: Sample.workload, settings)
        #expect(
            ingress?.content["spec"] == [
                "ingressClassName": "nginx",
                "rules": [
                    [
                        "host": "notes-1.example.org",
                        "http": [
                            "paths": [
                                [
                                    "path": "/", "pathType": "Prefix",
                                    "backend": [
                                        "service": [
                                            "name": "notes-1", "port": ["name": "http"],
                                        ]
                                    ],
                                ]
                            ]
                        ],
                    ]
                ],
            ])
    }

    @Test func aNamespaceIsClosedBeforeAnythingRunsInIt() {
        let house = KubernetesObject.house(of: UserID("c1"), Sample.settings)
        #expect(
            house.map(\.name.kind) == [.namespace, .resourceQuota, .limitRange, .networkPolicy])
        #expect(
            house[0].content["metadata"]?["labels"]?["pod-security.kubernetes.io/enforce"]
                == "baseline")
        let policy = house[3].content["spec"]
        #expect(policy?["podSelector"] == [:])
        #expect(policy?["policyTypes"] == ["Ingress", "Egress"] && policy?["ingress"] == nil)
    }

    @Test func onlyTheServicesPortIsOpened() {
        let door = KubernetesObject.openDoor(of: Sample.workload, Sample.settings)
        #expect(
            door.content["spec"] == [
                "podSelector": ["matchLabels": ["holdfast/instance": "i1"]],
                "policyTypes": ["Ingress"],
                "ingress": [["ports": [["protocol": "TCP", "port": 8080]]]],
            ])
    }
}

import KubernetesAPI
import Testing

@testable import Doctor

/// What is seen of a cluster means, case by case.
@Suite("What is found in a cluster") struct ClusterFindingTests {
    private func expect(
        _ findings: [Diagnosis], _ expected: Expected,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(
            findings.contains(where: expected.isMet), "\(findings)",
            sourceLocation: sourceLocation)
        let hasProblem = findings.contains { $0.verdict == .problem }
        #expect(
            hasProblem == (expected.verdict == .problem), "\(findings)",
            sourceLocation: sourceLocation)
    }

    private static func answered(_ name: String, _ major: String, _ minor: String) -> ClusterFacts {
        ClusterFacts(.answered(server: "https://h:1", Seen.version(name, major, minor)))
    }

    @Test(
        "of its answer",
        arguments: [
            (answered("v1.36.2", "1", "36"), .ok("Kubernetes v1.36.2 answers at https://h:1")),
            (answered("v1.29.0", "1", "29"), .ok("v1.29.0")),
            (answered("v1.31.1-gke", "1", "31+"), .ok("v1.31.1-gke")),
            (answered("v2.0.0", "2", "0"), .ok("v2.0.0")),
            (answered("v1.28.9", "1", "28"), .problem(.configuration, "1.29 or newer")),
            (answered("v1.9.0", "1", "9+"), .problem(.configuration, "too old")),
            (answered("dev", "", ""), .note("cannot be read")),
            (
                ClusterFacts(.unknown(KubeconfigError(file: "/k", message: "no such file."))),
                .problem(.configuration, "/k: no such file. Name a file")
            ),
            (
                ClusterFacts(.silence(server: "s", .unreachable("Nobody listens."))),
                .problem(.unavailable, "Nobody listens.")
            ),
            (
                ClusterFacts(.silence(server: "s", Seen.refusal(401))),
                .problem(.permission, "Renew the token")
            ),
            (
                ClusterFacts(.silence(server: "s", Seen.refusal(403))),
                .problem(.permission, "Renew the token")
            ),
            (
                ClusterFacts(.silence(server: "s", Seen.refusal(503))),
                .problem(.unavailable, "Services run on")
            ),
        ] as [(ClusterFacts, Expected)])
    func ofAnswers(_ facts: ClusterFacts, _ expected: Expected) { expect(facts.findings, expected) }

    private static let needs = [
        ClusterNeed("get", .pod), ClusterNeed("get", .pod, "log"), ClusterNeed("list", .pod),
        ClusterNeed("patch", .statefulSet),
    ]

    private static func rights(_ denied: Result<[ClusterNeed], KubernetesError>) -> [Diagnosis] {
        RightsFacts(needs: needs, denied: denied).findings
    }

    private static func policy(_ state: Result<PolicyFacts.State, KubernetesError>) -> [Diagnosis] {
        PolicyFacts(state).findings
    }

    @Test(
        "of rights and of the policy",
        arguments: [
            (rights(.success([])), .ok("all of the 4 things")),
            (
                rights(.success(needs)),
                .problem(
                    .permission, "may not get, list pods; get pods/log; patch statefulsets.apps in")
            ),
            (rights(.success([needs[1]])), .problem(.permission, "deploy/base/account.yaml")),
            (rights(.failure(Seen.refusal(403))), .problem(.permission, "does not tell")),
            (rights(.failure(.unreachable("Late."))), .problem(.unavailable, "Late.")),
            (policy(.success(.bound)), .ok("guard claims")),
            (policy(.success(.missing)), .note("holdfast-keep is missing: nothing but Holdfast's")),
            (policy(.success(.unbound)), .note("No binding")),
            (policy(.success(.toothless)), .note("Deny: nothing but")),
            (policy(.success(.unsupported)), .note("from Kubernetes 1.30 on: nothing but")),
            (policy(.failure(Seen.refusal(403))), .note("cannot be seen")),
        ] as [([Diagnosis], Expected)])
    func ofGuards(_ findings: [Diagnosis], _ expected: Expected) { expect(findings, expected) }

    private static func storage(_ classes: StorageClass...) -> [Diagnosis] {
        StorageFacts(classes: .success(classes), snapshots: .success(true)).findings
    }

    private static func snapshots(_ known: Result<Bool, KubernetesError>) -> [Diagnosis] {
        StorageFacts(
            classes: .success([Seen.storageClass("a", isDefault: true)]), snapshots: known
        ).findings
    }

    @Test(
        "of storage classes",
        arguments: [
            (storage(), .problem(.configuration, "There is none at all")),
            (storage(Seen.storageClass("a")), .problem(.configuration, "annotate storageclass a")),
            (storage(Seen.storageClass("a", isDefault: true)), .ok("keeps them: holdfast-a")),
            (
                storage(Seen.storageClass("a", policy: "Retain", isDefault: true)),
                .ok("a keeps the bytes")
            ),
            (storage(Seen.storageClass("a", isDefault: true)), .ok("a can be made larger")),
            (
                storage(Seen.storageClass("a", isDefault: true, grows: false)),
                .note("a cannot be made larger")
            ),
            (
                storage(
                    Seen.storageClass("a", isDefault: true),
                    Seen.storageClass("holdfast-a", policy: "Retain", grows: false)),
                .note("patch storageclass holdfast-a")
            ),
            (
                storage(
                    Seen.storageClass("a", isDefault: true), Seen.storageClass("holdfast-a")),
                .problem(.configuration, "delete storageclass holdfast-a")
            ),
            (
                storage(
                    Seen.storageClass("a", isDefault: true),
                    Seen.storageClass("b", isDefault: true)),
                .note("a, b. Holdfast takes a")
            ),
            (
                storage(Seen.storageClass("a", StorageClass.noProvisioner, isDefault: true)),
                .problem(.configuration, "makes no volumes by itself")
            ),
            (
                storage(
                    Seen.storageClass(
                        "a", StorageClass.noProvisioner, policy: "Retain", isDefault: true)),
                .note("of a are on the disk of one node")
            ),
        ] as [([Diagnosis], Expected)])
    func ofStorage(_ findings: [Diagnosis], _ expected: Expected) { expect(findings, expected) }

    @Test(
        "of volumes that stay on their node, and of snapshots",
        arguments: [
            (
                storage(
                    Seen.storageClass("a", "rancher.io/local-path", isDefault: true),
                    Seen.storageClass("holdfast-a", "rancher.io/local-path", policy: "Retain"),
                    Seen.storageClass("b", "docker.io/hostpath")),
                .note("Volumes of a, b are on the disk of one node: volumes cannot move to another")
            ),
            (snapshots(.success(true)), .ok("knows snapshots")),
            (snapshots(.success(false)), .note("knows no snapshots")),
            (snapshots(.failure(Seen.refusal(500))), .note("cannot be seen")),
            (
                StorageFacts(classes: .failure(Seen.refusal(403)), snapshots: .success(true))
                    .findings, .note("cannot be looked at")
            ),
        ] as [([Diagnosis], Expected)])
    func ofVolumes(_ findings: [Diagnosis], _ expected: Expected) { expect(findings, expected) }

    @Test("say nothing of nodes where volumes can move") func moving() {
        let findings = Self.storage(Seen.storageClass("a", isDefault: true))
        #expect(findings.allSatisfy { $0.verdict == .ok }, "\(findings)")
    }

    private static func ingress(
        _ wanted: String?, _ classes: Result<[IngressClass], KubernetesError>,
        namespace: Result<Bool, KubernetesError> = .success(true)
    ) -> [Diagnosis] {
        IngressFacts(
            domain: "d.example", wanted: wanted, classes: classes, namespace: "doors",
            hasNamespace: namespace
        ).findings
    }

    private static let usual = [
        Seen.ingressClass("a"), Seen.ingressClass("b", isDefault: true),
    ]

    private static func ports(
        _ range: ClosedRange<Int>, _ host: String, isLocal: Bool
    ) -> [Diagnosis] {
        NodePortFacts(range: range, publicHost: host, isClusterLocal: isLocal).findings
    }

    @Test(
        "of the ways in",
        arguments: [
            (ingress(nil, .success(usual)), .ok("below d.example, through the ingress class b")),
            (ingress("a", .success(usual)), .ok("ingress class a")),
            (ingress("c", .success(usual)), .problem(.configuration, "no ingress class c")),
            (
                ingress(nil, .success([usual[0]])),
                .problem(.configuration, "HOLDFAST_KUBE_INGRESS_CLASS to one that is there: a")
            ),
            (ingress(nil, .success([])), .problem(.configuration, "Install an ingress controller")),
            (ingress(nil, .failure(Seen.refusal(403))), .note("cannot be looked at")),
            (
                ingress(nil, .success(usual), namespace: .success(false)),
                .problem(.configuration, "the namespace doors only")
            ),
            (ingress(nil, .success(usual), namespace: .failure(Seen.refusal(403))), .ok("class b")),
            (ports(30_000...32_767, "h", isLocal: false), .ok("30000-32767 of every node")),
            (ports(30_000...32_767, "localhost", isLocal: true), .ok("found at localhost")),
            (ports(30_000...32_767, "localhost", isLocal: false), .note("told localhost")),
            (ports(29_999...32_767, "h", isLocal: true), .note("--service-node-port-range")),
        ] as [([Diagnosis], Expected)])
    func ofEntrances(_ findings: [Diagnosis], _ expected: Expected) { expect(findings, expected) }
}

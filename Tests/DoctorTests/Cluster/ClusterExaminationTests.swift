import Domain
import KubernetesAPI
import RealWorld
import TestSupport
import Testing
import Wire

@testable import Doctor

/// Looks at API servers, and changes nothing in them.
@Suite("Looking at a cluster") struct ClusterExaminationTests {
    private static let ports = ClusterExamination.Entrance.ports(
        30_000...32_767, publicHost: "h")
    private static let names = ClusterExamination.Entrance.names(
        domain: "d.example", class: nil, namespace: "kube-system")

    private func withModel(
        _ body: (ModelServer) async throws -> Void
    ) async throws {
        let server = try await ModelServer()
        try await body(server)
        try await server.close()
    }

    private func furnish(_ server: ModelServer) {
        var local = Seen.body(
            ofStorageClass: "local-path", "rancher.io/local-path", isDefault: true)
        local["metadata"]?["resourceVersion"] = nil  // What is new has none.
        server.ask("POST", ModelKind.storageClass.path(), local)
        let bound: JSONValue = [
            "policyName": .string(PolicyFacts.name), "validationActions": ["Deny"],
        ]
        plant(.admissionPolicy, ["validations": []], server)
        plant(.admissionPolicyBinding, bound, server)
    }

    private func plant(_ kind: ModelKind, _ spec: JSONValue, _ server: ModelServer) {
        server.ask(
            "POST", kind.path(),
            [
                "apiVersion": "admissionregistration.k8s.io/v1", "kind": .string(kind.name),
                "metadata": ["name": .string(PolicyFacts.name)], "spec": spec,
            ])
    }

    @Test("sees all that is there, and writes nothing") func all() async throws {
        try await withModel { server in
            furnish(server)
            let facts = await ClusterExamination(at: server.port, entrance: Self.ports).facts()
            guard case .answered(_, let version) = facts.answer else {
                Issue.record("\(facts.answer)")
                return
            }
            #expect(version.gitVersion == "v1.36.2")
            let inside = try #require(facts.inside)
            #expect(inside.rights.denied == .success([]))
            #expect(try inside.storage.classes.get().map(\.isDefault) == [true])
            #expect(inside.storage.snapshots == .success(false))
            #expect(inside.policy.state == .success(.bound))
            #expect(!facts.findings.contains { $0.verdict == .problem }, "\(facts.findings)")
            let reviews = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"
            #expect(server.requests.filter(\.isWrite).allSatisfy { $0.path == reviews })
        }
    }

    @Test("sees what the account may not do") func denied() async throws {
        try await withModel { server in
            server.withCluster { cluster in
                cluster.deny(ModelAccess.Denial(verb: "create", kind: .secret))
                cluster.deny(ModelAccess.Denial(kind: .storageClass))
                cluster.deny(ModelAccess.Denial(kind: .admissionPolicy))
            }
            let facts = await ClusterExamination(at: server.port, entrance: Self.ports).facts()
            let inside = try #require(facts.inside)
            #expect(
                inside.rights.denied
                    == .success([
                        ClusterNeed("create", .secret), ClusterNeed("list", .storageClass),
                        ClusterNeed("create", .storageClass),
                    ]))
            #expect(throws: KubernetesError.self) { try inside.storage.classes.get() }
            #expect(throws: KubernetesError.self) { try inside.policy.state.get() }
            #expect(Report(facts.findings).status == Ailment.permission.rawValue)
        }
    }

    @Test("sees how much of the policy is there") func policy() async throws {
        try await withModel { server in
            func state() async -> PolicyFacts.State? {
                let facts = await ClusterExamination(at: server.port, entrance: Self.ports).facts()
                return try? facts.inside?.policy.state.get()
            }
            #expect(await state() == .missing)
            plant(.admissionPolicy, ["validations": []], server)
            #expect(await state() == .unbound)
            plant(
                .admissionPolicyBinding,
                ["policyName": .string(PolicyFacts.name), "validationActions": ["Audit"]], server)
            #expect(await state() == .toothless)
            server.ask("DELETE", "\(ModelKind.admissionPolicyBinding.path())/\(PolicyFacts.name)")
            plant(
                .admissionPolicyBinding, ["policyName": "other", "validationActions": ["Deny"]],
                server)
            #expect(await state() == .toothless)
        }
    }

    @Test("sees who brings visitors, and snapshots, in an older cluster")
    func names() async throws {
        let answers: [String: JSONValue] = [
            "/version": ScriptedCluster.version("29"),
            "/apis/networking.k8s.io/v1/ingressclasses": ScriptedCluster.list(
                Seen.body(ofIngressClass: "traefik", isDefault: true)),
            "/api/v1/namespaces/kube-system": ["metadata": ["name": "kube-system"]],
            "/apis/snapshot.storage.k8s.io/v1": ["resources": [["name": "volumesnapshots"]]],
            "/apis/admissionregistration.k8s.io/v1": ["resources": []],
        ]
        try await ScriptedCluster.with(answers) { port in
            let facts = await ClusterExamination(at: port, entrance: Self.names).facts()
            let inside = try #require(facts.inside)
            guard case .names(let ingress) = inside.entrance else {
                Issue.record("\(inside.entrance)")
                return
            }
            #expect(try ingress.classes.get().map(\.name) == ["traefik"])
            #expect(ingress.hasNamespace == .success(true))
            #expect(inside.storage.snapshots == .success(true))
            #expect(inside.policy.state == .success(.unsupported))
        }
    }

    @Test("gives up a server that says nothing, at once or later") func silence() async throws {
        let silent: Set = ["/version", "/apis/storage.k8s.io/v1/storageclasses"]
        try await ScriptedCluster.with(silentAt: silent) { port in
            var examination = ClusterExamination(at: port, entrance: Self.ports)
            examination.patience = .milliseconds(20)
            #expect(Report(await examination.facts().findings).status == 69)
            let client = try KubernetesClient(
                examination.configuration.get(), clock: RealClock(),
                randomness: SeededRandomness())
            let storage = await examination.storage(client)
            await client.close()
            #expect(throws: KubernetesError.self) { try storage.classes.get() }
        }
    }

    @Test("tells where no cluster is known, or nobody listens") func nobody() async {
        let error = KubeconfigError(file: "/k", message: "there is no such file.")
        var examination = ClusterExamination(at: 1, entrance: Self.ports)
        #expect(Report(await examination.facts().findings).status == 69)
        examination.configuration = .failure(error)
        #expect(await examination.facts() == ClusterFacts(.unknown(error)))
        #expect(Report(await examination.facts().findings).status == 78)
    }
}

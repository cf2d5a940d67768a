import KubernetesAPI
import Wire

extension ClusterExamination {
    func rights(_ client: KubernetesClient) async -> RightsFacts {
        let needs = ClusterNeeds.all
        let denied = await ask(client) { client throws(KubernetesError) in
            try await Self.denied(needs, client)
        }
        return RightsFacts(needs: needs, denied: denied)
    }

    /// All are asked at once: the client sees to it that the server can bear it.
    private static func denied(
        _ needs: [ClusterNeed], _ client: KubernetesClient
    ) async throws(KubernetesError) -> [ClusterNeed] {
        let answers = await withTaskGroup(
            of: (ClusterNeed, Result<Bool, KubernetesError>).self
        ) { group in
            for need in needs {
                group.addTask { (need, await answer(to: need, client)) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        var denied: [ClusterNeed] = []
        for need in needs where try answers[need]?.get() == false { denied.append(need) }
        return denied
    }

    private static func answer(
        to need: ClusterNeed, _ client: KubernetesClient
    ) async -> Result<Bool, KubernetesError> {
        do throws(KubernetesError) {
            return .success(try await need.isMet(by: client))
        } catch {
            return .failure(error)
        }
    }

    func storage(_ client: KubernetesClient) async -> StorageFacts {
        async let classes = ask(client) { client throws(KubernetesError) in
            try await client.list(.storageClass, as: StorageClass.self).items
        }
        async let snapshots = ask(client) { client throws(KubernetesError) in
            try await client.has(.volumeSnapshot)
        }
        return await StorageFacts(classes: classes, snapshots: snapshots)
    }

    func policy(_ client: KubernetesClient) async -> PolicyFacts {
        PolicyFacts(
            await ask(client) { client throws(KubernetesError) in
                guard try await client.has(.admissionPolicy) else { return .unsupported }
                let policy: JSONValue? = try await client.find(
                    ResourceName(.admissionPolicy, PolicyFacts.name))
                guard policy != nil else { return .missing }
                let binding: JSONValue? = try await client.find(
                    ResourceName(.admissionPolicyBinding, PolicyFacts.name))
                guard let spec = binding?["spec"] else { return .unbound }
                let denies = spec["validationActions"]?.items.contains("Deny") ?? false
                return denies && spec["policyName"]?.text == PolicyFacts.name
                    ? .bound : .toothless
            })
    }

    func entrance(_ client: KubernetesClient) async -> EntranceFacts {
        switch entrance {
        case .ports(let range, let host):
            let server = client.configuration.server.host
            return .ports(
                NodePortFacts(
                    range: range, publicHost: host,
                    isClusterLocal: AddressFacts.isThisMachine(server)))
        case .names(let domain, let wanted, let namespace):
            async let classes = ask(client) { client throws(KubernetesError) in
                try await client.list(.ingressClass, as: IngressClass.self).items
            }
            async let hasNamespace = ask(client) { client throws(KubernetesError) in
                try await client.find(
                    ResourceName(.namespace, namespace), as: JSONValue.self) != nil
            }
            return .names(
                await IngressFacts(
                    domain: domain, wanted: wanted, classes: classes, namespace: namespace,
                    hasNamespace: hasNamespace))
        }
    }
}

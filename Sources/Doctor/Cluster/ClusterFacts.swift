package import KubernetesAPI

/// The cluster that the server uses, or would use.
package struct ClusterFacts: Equatable, Sendable {
    package enum Answer: Equatable, Sendable {
        /// It is not known how to speak to it.
        case unknown(KubeconfigError)
        case silence(server: String, KubernetesError)
        case answered(server: String, ServerVersion)
    }

    package var answer: Answer
    /// What was seen in it; `nil` where it did not answer.
    package var inside: InsideFacts?

    package init(_ answer: Answer, inside: InsideFacts? = nil) {
        self.answer = answer
        self.inside = inside
    }

    var findings: [Diagnosis] { [answerFinding] + (inside?.findings ?? []) }

    private var answerFinding: Diagnosis {
        switch answer {
        case .unknown(let error):
            .problem(
                .cluster, .configuration, "It is not known how to speak to the cluster. \(error)",
                "Name a file that says it in HOLDFAST_KUBECONFIG, and a context of it in "
                    + "HOLDFAST_KUBE_CONTEXT; “kubectl version” tries the same.")
        case .silence(let server, let error): Self.refusal(of: server, error)
        case .answered(let server, let version): Self.finding(version, server)
        }
    }

    private static func refusal(of server: String, _ error: KubernetesError) -> Diagnosis {
        let isAboutUs = error.code == 401 || error.code == 403
        return .problem(
            .cluster, isAboutUs ? .permission : .unavailable,
            "The API server at \(server) does not answer as it should: \(error)",
            isAboutUs
                ? "Renew the token, certificate or plugin by which the configuration names us."
                : "Services run on meanwhile. See what kubectl version says with the same "
                    + "configuration, or name another in HOLDFAST_KUBECONFIG.")
    }

    private static func finding(_ version: ServerVersion, _ server: String) -> Diagnosis {
        let name = "Kubernetes \(version.gitVersion)"
        guard let numbers = version.numbers else {
            return .note(
                .cluster, "\(name) answers at \(server); its version cannot be read.",
                "Holdfast needs Kubernetes 1.29, or what is as good.")
        }
        if numbers.lexicographicallyPrecedes([1, 29]) {
            return .problem(
                .cluster, .configuration, "\(name) at \(server) is too old.",
                "Upgrade it to 1.29 or newer; from 1.30 on it can guard claims by itself.")
        }
        return .ok(.cluster, "\(name) answers at \(server).")
    }
}

extension ServerVersion {
    /// Major and minor; `nil` where a maker writes something else.
    fileprivate var numbers: [Int]? {
        let numbers = [major, minor].compactMap { Int($0.prefix { $0.isNumber }) }
        return numbers.count == 2 ? numbers : nil
    }
}

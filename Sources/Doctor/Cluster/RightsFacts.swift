package import KubernetesAPI

/// What the account may do in the cluster.
package struct RightsFacts: Equatable, Sendable {
    package var needs: [ClusterNeed]
    /// Those that the cluster denies, or why it does not tell.
    package var denied: Result<[ClusterNeed], KubernetesError>

    package init(needs: [ClusterNeed], denied: Result<[ClusterNeed], KubernetesError>) {
        self.needs = needs
        self.denied = denied
    }

    private static let advice =
        "Give it the role of deploy/base/account.yaml, which has the least that is needed: "
        + "kubectl apply -k deploy/base"

    var findings: [Diagnosis] {
        switch denied {
        case .success([]):
            [.ok(.rights, "The account may do all of the \(needs.count) things it needs to.")]
        case .success(let denied):
            [
                .problem(
                    .rights, .permission,
                    "The account may not \(Self.words(for: denied)) in all namespaces.",
                    Self.advice)
            ]
        case .failure(let error):
            [
                .problem(
                    .rights, error.code == nil ? .unavailable : .permission,
                    "The cluster does not tell what the account may do: \(error)",
                    "Whoever is known to a cluster may ask that (system:basic-user). See what "
                        + "kubectl auth can-i --list says.")
            ]
        }
    }

    /// `get, list pods; create secrets`
    private static func words(for denied: [ClusterNeed]) -> String {
        var resources: [String] = []
        for need in denied where !resources.contains(need.resource) {
            resources.append(need.resource)
        }
        return resources.map { resource in
            let verbs = denied.filter { $0.resource == resource }.map(\.verb)
            return "\(verbs.joined(separator: ", ")) \(resource)"
        }
        .joined(separator: "; ")
    }
}

package import KubernetesAPI

/// Who would bring visitors to services by their names.
package struct IngressFacts: Equatable, Sendable {
    /// Below which services get their names.
    package var domain: String
    /// The class that the settings name; `nil` for the cluster's default.
    package var wanted: String?
    package var classes: Result<[IngressClass], KubernetesError>
    /// From which alone visitors are let in to services.
    package var namespace: String
    package var hasNamespace: Result<Bool, KubernetesError>

    package init(
        domain: String, wanted: String?, classes: Result<[IngressClass], KubernetesError>,
        namespace: String, hasNamespace: Result<Bool, KubernetesError>
    ) {
        self.domain = domain
        self.wanted = wanted
        self.classes = classes
        self.namespace = namespace
        self.hasNamespace = hasNamespace
    }

    var findings: [Diagnosis] { [classFinding, namespaceFinding].compactMap(\.self) }

    private var classFinding: Diagnosis {
        switch classes {
        case .success(let classes): finding(classes)
        case .failure(let error):
            .note(
                .ingress, "The ingress classes cannot be looked at: \(error)",
                "Services run without, and are reached through one. Ask as somebody who may look: "
                    + "kubectl get ingressclass")
        }
    }

    private func finding(_ classes: [IngressClass]) -> Diagnosis {
        let found = classes.first { one in wanted.map { $0 == one.name } ?? one.isDefault }
        if let found {
            return .ok(
                .ingress,
                "Services get names below \(domain), through the ingress class \(found.name).")
        }
        let what =
            wanted.map { "There is no ingress class \($0)" }
            ?? "No ingress class is the default"
        let names = classes.map(\.name).joined(separator: ", ")
        return .problem(
            .ingress, .configuration, "\(what): nobody would reach services below \(domain).",
            names.isEmpty
                ? "Install an ingress controller, or leave HOLDFAST_KUBE_DOMAIN out to use ports "
                    + "of the nodes."
                : "Set HOLDFAST_KUBE_INGRESS_CLASS to one that is there: \(names)")
    }

    /// Where it cannot be looked at, the rights say so.
    private var namespaceFinding: Diagnosis? {
        guard hasNamespace == .success(false) else { return nil }
        return .problem(
            .ingress, .configuration,
            "Services let visitors in from the namespace \(namespace) only, and there is none.",
            "Set HOLDFAST_KUBE_INGRESS_NAMESPACE to the one in which the ingress controller runs; "
                + "with k3s that is kube-system.")
    }
}

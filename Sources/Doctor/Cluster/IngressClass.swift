package import KubernetesAPI

/// An ingress controller, as a cluster offers it.
package struct IngressClass: Decodable, Equatable, Sendable {
    package var metadata: ObjectMeta

    package init(metadata: ObjectMeta) { self.metadata = metadata }

    var name: String { metadata.name }

    /// Source:
    /// https://kubernetes.io/docs/concepts/services-networking/ingress/#default-ingress-class
    var isDefault: Bool {
        metadata.annotations?["ingressclass.kubernetes.io/is-default-class"] == "true"
    }
}

import Foundation
package import Testing

/// The programs of a real control plane that tests may start.
package enum KubernetesPrograms {
    /// Where `kube-apiserver` and `etcd` are: as for controller-runtime's envtest.
    ///
    /// Source: https://book.kubebuilder.io/reference/envtest
    package static let folder =
        ProcessInfo.processInfo.environment["KUBEBUILDER_ASSETS"] ?? "/usr/local/kubebuilder/bin"

    package static let isThere = ["etcd", "kube-apiserver"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)")
    }
}

extension Trait where Self == ConditionTrait {
    package static var needsControlPlane: Self {
        .enabled(
            if: KubernetesPrograms.isThere,
            """
            skipped: there is no kube-apiserver with its etcd in KUBEBUILDER_ASSETS, else \
            /usr/local/kubebuilder/bin
            """)
    }
}

package import Domain
import KubernetesAPI

/// How an installation uses its cluster.
package struct KubernetesEngineSettings: Equatable, Sendable {
    /// How visitors come to a service.
    package enum Access: Equatable, Sendable {
        /// By the instance's port on every node of the cluster.
        case nodePorts
        /// By a name below `domain`, through the ingress controller that `class` names, which
        /// runs in `namespace`.
        case ingress(class: String?, domain: String, namespace: String)
    }

    /// Tells the objects of one installation from another's.
    package var install: String
    package var access: Access
    /// Has `chown`; gives a volume's root to whoever the service runs as.
    package var helperImage: String
    /// How much all claims of one customer may ask for together; `nil` where nothing limits it.
    package var storageQuota: Bytes?

    package init(
        install: String, access: Access = .nodePorts, helperImage: String = "busybox:1.36",
        storageQuota: Bytes? = nil
    ) {
        self.install = install
        self.access = access
        self.helperImage = helperImage
        self.storageQuota = storageQuota
    }

    /// The namespace of one customer.
    package func namespace(of customer: UserID) -> String { "hf-\(install)-\(customer)" }

    /// What finds all objects of the installation.
    package var selector: String { "\(Label.install)=\(install)" }

    /// On everything that is made.
    var labels: [String: String] {
        [Label.managedBy: Label.manager, Label.install: install]
    }

    func labels(of workload: Workload) -> [String: String] {
        labels.merging(
            [
                Label.instance: workload.instanceID.rawValue,
                Label.customer: workload.customerID.rawValue,
                Label.generation: "\(workload.generation)",
            ]
        ) { $1 }
    }

    func labels(of claim: ClaimIdentity) -> [String: String] {
        labels.merging(
            [
                Label.instance: claim.instanceID.rawValue, Label.volume: claim.volumeID.rawValue,
                Label.claim: claim.uid.rawValue,
            ]
        ) { $1 }
    }

    func name(_ kind: ResourceKind, of workload: Workload) -> ResourceName {
        ResourceName(kind, workload.name, in: namespace(of: workload.customerID))
    }
}

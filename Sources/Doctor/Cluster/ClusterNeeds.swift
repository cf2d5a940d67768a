import KubernetesAPI

/// All that the engine for Kubernetes asks of a cluster, and so must be allowed to, as the role in
/// `deploy/base/account.yaml` allows it.
///
/// What is applied is a `patch`, and a `create` where there is nothing yet
/// (https://kubernetes.io/docs/reference/using-api/server-side-apply/).
package enum ClusterNeeds {
    package static let all: [ClusterNeed] = [
        // A customer's namespace, and that of the installation: looked for before each claim.
        needs(["get", "create", "patch"], .namespace),
        // What a customer may use of the cluster.
        needs(["create", "patch"], .resourceQuota), needs(["create", "patch"], .limitRange),
        // How far the database has come, so that an older copy of it is found out.
        needs(["get", "create", "patch"], .configMap),
        // A service's environment. It is looked at before it goes, so that just that one goes.
        needs(["get", "create", "patch", "delete"], .secret),
        // How visitors come to a service, and who may. Ingresses also without a domain: one that
        // was made under a domain goes with its service.
        needs(["get", "create", "patch", "delete"], .service),
        needs(["get", "create", "patch", "delete"], .ingress),
        needs(["get", "create", "patch", "delete"], .networkPolicy),
        // The service itself; starting, stopping and restarting it are patches.
        needs(["get", "list", "watch", "create", "patch", "delete"], .statefulSet),
        // Whether it runs, and who else writes on its volume. Pods are made by the set alone.
        needs(["get", "list", "watch"], .pod), [ClusterNeed("get", .pod, "log")],
        // Why a service does not start, in the cluster's own words.
        needs(["list"], .event),
        // Volumes: made, grown, and removed under a ticket.
        needs(
            ["get", "list", "watch", "create", "patch", "delete"], .persistentVolumeClaim),
        // The bytes behind a claim: kept, attached again, given up under a ticket.
        needs(["get", "list", "watch", "patch"], .persistentVolume),
        // For each class in use, one of Holdfast's own that keeps the bytes of claims that go.
        needs(["list", "create"], .storageClass),
    ].flatMap(\.self)

    private static func needs(_ verbs: [String], _ kind: ResourceKind) -> [ClusterNeed] {
        verbs.map { ClusterNeed($0, kind) }
    }
}

package import Domain
package import KubernetesAPI
import Wire

/// What a customer's namespace is made of, before anything runs in it.
extension KubernetesObject {
    /// In the order in which they are to be made.
    package static func house(
        of customer: UserID, _ settings: KubernetesEngineSettings
    ) -> [KubernetesObject] {
        [
            namespace(of: customer, settings), quota(of: customer, settings),
            limits(of: customer, settings), closedDoors(of: customer, settings),
        ]
    }

    /// Pods that ask for more than they need are refused
    /// (https://kubernetes.io/docs/concepts/security/pod-security-standards/).
    static func namespace(
        of customer: UserID, _ settings: KubernetesEngineSettings
    ) -> KubernetesObject {
        let security = "pod-security.kubernetes.io"
        return KubernetesObject(
            ResourceName(.namespace, settings.namespace(of: customer)),
            labels: settings.labels.merging(
                [
                    Label.customer: customer.rawValue,
                    "\(security)/enforce": "baseline", "\(security)/warn": "restricted",
                ]
            ) { $1 }, [:])
    }

    private static func quota(
        of customer: UserID, _ settings: KubernetesEngineSettings
    ) -> KubernetesObject {
        var hard: [String: JSONValue] = [
            "pods": "100", "persistentvolumeclaims": "400", "services.loadbalancers": "0",
        ]
        hard["requests.storage"] = settings.storageQuota.map { "\($0.count)" }
        return KubernetesObject(
            settings.guardian(.resourceQuota, of: customer), labels: settings.labels,
            ["spec": ["hard": .object(hard)]])
    }

    /// A container that says nothing of its needs, such as one of somebody who mends something.
    private static func limits(
        of customer: UserID, _ settings: KubernetesEngineSettings
    ) -> KubernetesObject {
        KubernetesObject(
            settings.guardian(.limitRange, of: customer), labels: settings.labels,
            [
                "spec": [
                    "limits": [
                        [
                            "type": "Container",
                            "default": ["cpu": "500m", "memory": "256Mi"],
                            "defaultRequest": ["cpu": "50m", "memory": "64Mi"],
                        ]
                    ]
                ]
            ])
    }

    /// Nobody comes in unless a service's own policy opens its port; out go names and the public
    /// network, not the cluster's own.
    private static func closedDoors(
        of customer: UserID, _ settings: KubernetesEngineSettings
    ) -> KubernetesObject {
        let names: JSONValue = [
            "ports": [["protocol": "UDP", "port": 53], ["protocol": "TCP", "port": 53]]
        ]
        return KubernetesObject(
            settings.guardian(.networkPolicy, of: customer), labels: settings.labels,
            [
                "spec": [
                    "podSelector": [:], "policyTypes": ["Ingress", "Egress"],
                    "egress": [names, ["to": [publicIPv4, publicIPv6]]],
                ]
            ])
    }

    /// Without the private ranges of RFC 1918, RFC 6598 and RFC 3927.
    private static let publicIPv4: JSONValue = [
        "ipBlock": [
            "cidr": "0.0.0.0/0",
            "except": [
                "10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12",
                "192.168.0.0/16",
            ],
        ]
    ]

    /// Without the private ranges of RFC 4193 and RFC 4291.
    private static let publicIPv6: JSONValue = [
        "ipBlock": ["cidr": "::/0", "except": ["fc00::/7", "fe80::/10"]]
    ]
}

extension KubernetesEngineSettings {
    /// One object of a kind for the whole namespace.
    fileprivate func guardian(_ kind: ResourceKind, of customer: UserID) -> ResourceName {
        ResourceName(kind, "holdfast", in: namespace(of: customer))
    }
}

/// How visitors come to services in a cluster.
package enum EntranceFacts: Equatable, Sendable {
    /// By ports of every node.
    case ports(NodePortFacts)
    /// By names, through an ingress controller.
    case names(IngressFacts)

    var findings: [Diagnosis] {
        switch self {
        case .ports(let facts): facts.findings
        case .names(let facts): facts.findings
        }
    }
}

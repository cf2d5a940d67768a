/// The ports of nodes that services may be given.
package struct NodePortFacts: Equatable, Sendable {
    package var range: ClosedRange<Int>
    /// Where visitors are sent.
    package var publicHost: String
    /// Whether the cluster is on this machine, as far as its address tells.
    package var isClusterLocal: Bool

    package init(range: ClosedRange<Int>, publicHost: String, isClusterLocal: Bool) {
        self.range = range
        self.publicHost = publicHost
        self.isClusterLocal = isClusterLocal
    }

    /// What an API server gives unless told otherwise.
    ///
    /// Source: https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport
    private static let usual = 30000...32767

    var findings: [Diagnosis] {
        let name = "\(range.lowerBound)-\(range.upperBound)"
        let notes = [
            Self.usual.contains(range) ? nil : Self.unusual(name),
            AddressFacts.isThisMachine(publicHost) && !isClusterLocal ? elsewhere : nil,
        ].compactMap(\.self)
        guard notes.isEmpty else { return notes }
        return [
            .ok(
                .address,
                "Services are opened on the ports \(name) of every node, and found at "
                    + "\(publicHost).")
        ]
    }

    private static func unusual(_ name: String) -> Diagnosis {
        .note(
            .ports, "Clusters give ports of 30000-32767, and services may be given \(name).",
            "Set HOLDFAST_SERVICE_PORTS within that, unless the API server runs with another "
                + "--service-node-port-range.")
    }

    private var elsewhere: Diagnosis {
        .note(
            .address,
            "Services are opened on nodes of the cluster, and people are told \(publicHost).",
            "Set HOLDFAST_PUBLIC_HOST to the name of a node, or of what passes visitors on to one.")
    }
}

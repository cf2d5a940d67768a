import ArgumentParser

/// Ports on the command line: `20000-29999`.
struct PortRange: ExpressibleByArgument {
    static let standard = PortRange(ports: 20000...29999)

    /// Which Kubernetes gives away, unless it was set up otherwise
    /// (https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport).
    static let nodePorts = PortRange(ports: 30000...32767)

    /// Where visitors come by names, the numbers tell services apart and are opened nowhere: there
    /// may be more of them than ports that a cluster gives away.
    static let names = PortRange(ports: 30000...65535)

    let ports: ClosedRange<Int>

    private init(ports: ClosedRange<Int>) { self.ports = ports }

    init?(argument: String) {
        let ends = argument.split(separator: "-", omittingEmptySubsequences: false)
            .map { Int($0) }
        guard ends.count == 2, let first = ends[0], let last = ends[1],
            (1...last).contains(first), last <= 65535
        else { return nil }
        ports = first...last
    }

    var defaultValueDescription: String { "\(ports.lowerBound)-\(ports.upperBound)" }
}

package import DockerAPI

extension NetworkInspection {
    /// The address of the container whose service is published on a port; `nil` where the network
    /// leaves addresses to the engine.
    ///
    /// Measured on Docker 20.10.24: a daemon that is killed while it starts a container comes back
    /// forwarding that container's port to the address that it had. If that could become another
    /// service's, one customer would read and write what is another's.
    package func address(forPort port: Int) -> String? {
        guard let subnet = labels?[Label.subnet], let prefix = Self.prefix(of: subnet),
            // The first two are the network's and the gateway's, the last is for all.
            (2..<0xFFFF).contains(port)
        else { return nil }
        return "\(prefix).\(port >> 8).\(port & 0xFF)"
    }

    /// Its subnet, where that has an address for each port.
    package var roomySubnet: String? {
        addresses?.pools?.compactMap(\.subnet).first { Self.prefix(of: $0) != nil }
    }

    private static func prefix(of subnet: String) -> String? {
        subnet.wholeMatch(of: /([0-9]+\.[0-9]+)\.0\.0\/16/).map { String($0.1) }
    }
}

package import DockerAPI

extension NetworkBody {
    /// The Linux bridge's switch for containers reaching one another.
    ///
    /// https://docs.docker.com/engine/network/drivers/bridge/#options
    static let isolation = "com.docker.network.bridge.enable_icc"

    /// The installation's network; isolated, its services cannot reach one another.
    ///
    /// - Parameter subnet: Given, its containers get addresses by their ports.
    package init(_ settings: DockerEngineSettings, isolated: Bool, subnet: String? = nil) {
        var labels = [Label.install: settings.install]
        labels[Label.subnet] = subnet
        self.init(
            name: settings.network, options: isolated ? [Self.isolation: "false"] : [:],
            labels: labels, addresses: subnet.map { AddressPlan(subnet: $0) })
    }
}

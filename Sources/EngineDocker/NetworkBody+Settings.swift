package import DockerAPI

extension NetworkBody {
    /// The Linux bridge's switch for containers reaching one another.
    ///
    /// https://docs.docker.com/engine/network/drivers/bridge/#options
    static let isolation = "com.docker.network.bridge.enable_icc"

    /// The installation's network; isolated, its services cannot reach one another.
    package init(_ settings: DockerEngineSettings, isolated: Bool) {
        self.init(
            name: settings.network, options: isolated ? [Self.isolation: "false"] : [:],
            labels: [Label.install: settings.install])
    }
}

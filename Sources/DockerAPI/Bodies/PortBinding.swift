/// An address and port of the host that lead to a port of a container.
package struct PortBinding: Codable, Equatable, Sendable {
    package var address: String?
    package var port: String?

    package init(address: String?, port: Int) {
        self.address = address
        self.port = "\(port)"
    }

    private enum CodingKeys: String, CodingKey {
        case address = "HostIp"
        case port = "HostPort"
    }
}

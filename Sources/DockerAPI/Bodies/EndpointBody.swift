/// A container's place on a network.
package struct EndpointBody: Decodable, Equatable, Sendable {
    /// Empty while the container does not run.
    package var address: String?
    /// Of the network itself, once the container was started on it; Podman gives the name.
    package var networkID: String?

    package init(address: String? = nil, networkID: String? = nil) {
        self.address = address
        self.networkID = networkID
    }

    private enum CodingKeys: String, CodingKey {
        case address = "IPAddress"
        case networkID = "NetworkID"
    }
}

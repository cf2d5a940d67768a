/// A container's place on a network.
package struct EndpointBody: Decodable, Equatable, Sendable {
    /// Empty while the container does not run.
    package var address: String?

    package init(address: String? = nil) { self.address = address }

    private enum CodingKeys: String, CodingKey { case address = "IPAddress" }
}

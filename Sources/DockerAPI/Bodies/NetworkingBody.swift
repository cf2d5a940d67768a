/// The networks that a container to be made joins.
package struct NetworkingBody: Encodable, Equatable, Sendable {
    package struct Endpoint: Encodable, Equatable, Sendable {
        package struct Address: Encodable, Equatable, Sendable {
            package var ipv4: String

            private enum CodingKeys: String, CodingKey { case ipv4 = "IPv4Address" }
        }

        /// `nil` leaves it to the engine.
        package var address: Address?

        private enum CodingKeys: String, CodingKey { case address = "IPAMConfig" }
    }

    package var endpoints: [String: Endpoint]

    /// - Parameter address: What the container is to have on the network, which must be within the
    ///   subnet that the network was made with.
    package init(joining name: String, at address: String? = nil) {
        endpoints = [name: Endpoint(address: address.map { Endpoint.Address(ipv4: $0) })]
    }

    private enum CodingKeys: String, CodingKey { case endpoints = "EndpointsConfig" }
}

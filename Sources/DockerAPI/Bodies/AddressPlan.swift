/// Where a network takes its addresses from.
package struct AddressPlan: Codable, Equatable, Sendable {
    package struct Pool: Codable, Equatable, Sendable {
        /// As in `172.18.0.0/16`.
        package var subnet: String?

        package init(subnet: String?) { self.subnet = subnet }

        private enum CodingKeys: String, CodingKey { case subnet = "Subnet" }
    }

    package var driver: String?
    package var pools: [Pool]?

    package init(subnet: String) {
        driver = "default"
        pools = [Pool(subnet: subnet)]
    }

    private enum CodingKeys: String, CodingKey {
        case driver = "Driver"
        case pools = "Config"
    }
}

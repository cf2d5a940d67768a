/// A network to be made.
package struct NetworkBody: Encodable, Equatable, Sendable {
    package var name: String
    package var driver: String
    package var options: [String: String]
    package var labels: [String: String]
    /// `nil` leaves it to the engine.
    package var addresses: AddressPlan?
    /// Older engines make two of one name unless told to look first.
    package var checkDuplicate = true

    package init(
        name: String, driver: String = "bridge", options: [String: String] = [:],
        labels: [String: String] = [:], addresses: AddressPlan? = nil
    ) {
        self.name = name
        self.driver = driver
        self.options = options
        self.labels = labels
        self.addresses = addresses
    }

    private enum CodingKeys: String, CodingKey {
        case name = "Name"
        case driver = "Driver"
        case options = "Options"
        case labels = "Labels"
        case addresses = "IPAM"
        case checkDuplicate = "CheckDuplicate"
    }
}

/// A network that the engine has.
package struct NetworkInspection: Decodable, Equatable, Sendable {
    package var id: String
    package var name: String
    package var options: [String: String]?
    package var labels: [String: String]?
    package var addresses: AddressPlan?
    /// RFC 3339.
    package var created: String?

    private enum CodingKeys: String, CodingKey {
        case id = "Id"
        case name = "Name"
        case options = "Options"
        case labels = "Labels"
        case addresses = "IPAM"
        case created = "Created"
    }
}

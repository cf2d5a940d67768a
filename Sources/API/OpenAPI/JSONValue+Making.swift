import FoundationEssentials
import Wire

extension JSONValue {
    /// A value as it goes over the network.
    init(encoding value: some Encodable) throws {
        self = try JSONDecoder().decode(JSONValue.self, from: JSONReply<Never>.encode(value))
    }

    /// An object with the members of both; the other's win.
    func merging(_ other: [String: JSONValue]) -> JSONValue {
        .object(members.merging(other) { $1 })
    }

    /// An object that another description of this document is.
    static func reference(_ kind: String, _ name: String) -> JSONValue {
        ["$ref": "#/components/\(kind)/\(name)"]
    }
}

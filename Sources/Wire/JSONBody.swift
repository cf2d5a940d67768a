/// A JSON object that a client sends. Its fields are known by name, so that a server can refuse
/// one that it does not know instead of silently dropping what somebody meant.
package protocol JSONBody: Codable, Equatable, Sendable {
    associatedtype CodingKeys: CodingKey & CaseIterable
}

extension JSONBody {
    package static var fields: [String] { CodingKeys.allCases.map(\.stringValue) }
}

/// A JSON object that a client sends. Its fields are known by name, so that a server can refuse
/// one that it does not know instead of silently dropping what somebody meant.
package protocol RequestBody: Codable, Equatable, Sendable {
    associatedtype CodingKeys: CodingKey & CaseIterable
}

extension RequestBody {
    package static var fields: [String] { CodingKeys.allCases.map(\.stringValue) }
}

import FoundationEssentials

@testable import API

extension Endpoint {
    /// What the contract says that one might send; `nil` where nothing is to be sent.
    func exampleBody() throws -> String? {
        guard let body else { return nil }
        let data = try JSONEncoder().encode(try body.type.exampleJSON())
        return String(decoding: data, as: UTF8.self)
    }
}

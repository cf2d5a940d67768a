import FoundationEssentials

extension SQLValue {
    /// The same value always gives the same text.
    static func json(_ content: (some Encodable)?) throws -> SQLValue {
        guard let content else { return .null }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return .text(String(decoding: try encoder.encode(content), as: UTF8.self))
    }
}

/// The engine's name for a volume: globally unique, never used twice.
package struct ClaimName: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package var rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }

    /// `hf-<install>-<instance>-<volume>-g<generation>`
    package init(install: String, instance: String, volume: String, generation: Int) {
        rawValue = "hf-\(install)-\(instance)-\(volume)-g\(generation)"
    }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    package var description: String { rawValue }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

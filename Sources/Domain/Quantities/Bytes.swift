/// A size of storage or memory, exact to the byte.
package struct Bytes: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var count: Int64

    package init(_ count: Int64) { self.count = count }

    /// Reads `250Mi`, `1Gi`, `500M`, `1.5Gi`, `1e3`, `42`; refuses what is not whole bytes.
    package init(parsing text: String) throws(QuantityError) {
        count = try Quantity.parse(text, scale: 1)
    }

    /// The shortest exact spelling: binary units first, then decimal, then plain bytes.
    package var description: String {
        guard count != 0 else { return "0" }
        return spelling(base: 1024, units: ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"])
            ?? spelling(base: 1000, units: ["k", "M", "G", "T", "P", "E"])
            ?? "\(count)"
    }

    private func spelling(base: Int64, units: [String]) -> String? {
        var number = count
        var unit: String?
        for candidate in units where number % base == 0 {
            number /= base
            unit = candidate
        }
        return unit.map { "\(number)\($0)" }
    }

    package static func < (left: Self, right: Self) -> Bool { left.count < right.count }
}

extension Bytes: Codable {
    package init(from decoder: any Decoder) throws {
        count = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }
}

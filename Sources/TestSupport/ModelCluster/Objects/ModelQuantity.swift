import Domain

/// An amount as Kubernetes writes it: `1Gi`, `500m`, `1e3`.
///
/// Source: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
package struct ModelQuantity: Comparable, Sendable {
    /// In thousandths.
    package var milli: Int
    var isBinary: Bool

    /// In whole units, rounded up.
    package var value: Int { milli / 1000 + (milli % 1000 > 0 ? 1 : 0) }

    package init?(_ text: String) {
        guard let known = Self.read.value(for: text, make: { Self(reading: text) }) else {
            return nil
        }
        self = known
    }

    /// There are few, and each object that is written has some.
    private static let read = Memo<String, Self?>(capacity: 256)

    private init?(reading text: String) {
        guard let parts = text.wholeMatch(of: /([+-]?[0-9.]+)([A-Za-z]*)([+-]?[0-9]*)/)?.output,
            let number = Double(parts.1)
        else { return nil }
        guard let factor = Self.factor(String(parts.2), exponent: String(parts.3)) else {
            return nil
        }
        milli = Int((number * factor * 1000).rounded(.up))
        isBinary = parts.2.hasSuffix("i")
    }

    package static func < (left: Self, right: Self) -> Bool { left.milli < right.milli }

    /// With the largest unit that leaves a whole number, as the server writes it.
    package var description: String {
        if isBinary, abs(milli) >= 1_024_000 {
            return Self.written(milli / 1000, base: 1024, units: Self.binary)
        }
        if milli % 1000 != 0 { return "\(milli)m" }
        return Self.written(milli / 1000, base: 1000, units: Self.decimal)
    }

    private static let binary = ["", "Ki", "Mi", "Gi", "Ti", "Pi"]
    private static let decimal = ["", "k", "M", "G", "T", "P"]

    private static func written(_ number: Int, base: Int, units: [String]) -> String {
        var (number, unit) = (number, 0)
        while number != 0, number % base == 0, unit + 1 < units.count {
            number /= base
            unit += 1
        }
        return "\(number)\(units[unit])"
    }

    private static func factor(_ unit: String, exponent: String) -> Double? {
        if unit == "e" || unit == "E", let power = Int(exponent) {
            return (0..<abs(power)).reduce(1) { factor, _ in
                power > 0 ? factor * 10 : factor / 10
            }
        }
        guard exponent.isEmpty else { return nil }
        if unit == "m" { return 0.001 }
        if let power = binary.firstIndex(of: unit) { return repeated(1024, power) }
        return decimal.firstIndex(of: unit).map { repeated(1000, $0) }
    }

    private static func repeated(_ base: Double, _ power: Int) -> Double {
        (0..<power).reduce(1) { product, _ in product * base }
    }
}

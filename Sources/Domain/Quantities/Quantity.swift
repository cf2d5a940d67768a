/// Reads quantities as Kubernetes writes them, exactly.
///
/// Grammar: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
enum Quantity {
    private static let binary = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
    private static let decimal: [String: Int] = [
        "n": -9, "u": -6, "m": -3, "": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18,
    ]

    /// The quantity times `scale`, which must come out whole: nothing is rounded.
    static func parse(_ text: String, scale: Int64) throws(QuantityError) -> Int64 {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let suffix = String(text[digits.endIndex...])
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, digits.contains(where: \.isNumber) else {
            throw .malformed(text)
        }
        let fraction = parts.count == 2 ? parts[1].count : 0
        guard let mantissa = Int128(parts.joined()), mantissa <= Int128(Int64.max) else {
            throw .tooLarge(text)
        }
        let (factor, exponent) = try unit(suffix, in: text)
        return try multiply(
            mantissa * Int128(scale), factor, tenTo: exponent - fraction, in: text)
    }

    private static func unit(
        _ suffix: String, in text: String
    ) throws(QuantityError) -> (factor: Int128, exponent: Int) {
        if let power = binary.firstIndex(of: suffix) { return (1 << (10 * (power + 1)), 0) }
        if let exponent = decimal[suffix] { return (1, exponent) }
        guard suffix.first == "e" || suffix.first == "E",
            let exponent = Int(suffix.dropFirst()), (-30...30).contains(exponent)
        else { throw .malformed(text) }
        return (1, exponent)
    }

    private static func multiply(
        _ value: Int128, _ factor: Int128, tenTo exponent: Int, in text: String
    ) throws(QuantityError) -> Int64 {
        var (result, overflow) = value.multipliedReportingOverflow(by: factor)
        if overflow { throw .tooLarge(text) }
        for _ in 0..<abs(exponent) where result != 0 {
            if exponent > 0 {
                (result, overflow) = result.multipliedReportingOverflow(by: 10)
                if overflow { throw .tooLarge(text) }
            } else {
                guard result % 10 == 0 else { throw .notWhole(text) }
                result /= 10
            }
        }
        guard let fitting = Int64(exactly: result) else { throw .tooLarge(text) }
        return fitting
    }
}

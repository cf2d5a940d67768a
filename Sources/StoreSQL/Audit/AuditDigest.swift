import Crypto
import FoundationEssentials

/// What the audit's chain is made with.
package enum AuditDigest {
    /// SHA-256 of the text's UTF-8, in 64 hexadecimal digits.
    package static func digest(_ text: String) -> String {
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for byte in SHA256.hash(data: Data(text.utf8)) {
            digits.append(digit(byte >> 4))
            digits.append(digit(byte & 15))
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

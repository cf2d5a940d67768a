extension Identifier {
    /// Makes a new id: 48 bits of time, then 80 random bits, as 26 lower-case letters and
    /// digits (https://github.com/ulid/spec).
    package static func make(at time: Instant, from randomness: any Randomness) -> Self {
        var bits = UInt128(UInt64(max(0, time.milliseconds)) & 0xFFFF_FFFF_FFFF) << 80
        for (place, byte) in randomness.bytes(10).enumerated() {
            bits |= UInt128(byte) << UInt128(8 * (9 - place))
        }
        let letters = (0..<26).reversed().map { place in
            Base32.alphabet[Int(truncatingIfNeeded: bits >> UInt128(5 * place)) & 31]
        }
        return Self(String(letters))
    }
}

/// Crockford's base 32 in lower case: no `i`, `l`, `o`, `u`, so that it can be read aloud.
package enum Base32 {
    static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

    /// `count` letters, each from one random byte.
    package static func word(_ count: Int, from randomness: any Randomness) -> String {
        String(randomness.bytes(count).map { alphabet[Int($0) & 31] })
    }
}

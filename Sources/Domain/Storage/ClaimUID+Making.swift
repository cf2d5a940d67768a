extension ClaimUID {
    /// A new identity: 16 random bytes as 32 hexadecimal digits.
    package static func make(from randomness: any Randomness) -> ClaimUID {
        ClaimUID(
            randomness.bytes(16).map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
            .joined())
    }
}

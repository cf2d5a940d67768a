import Domain

/// The machine's own random bytes.
struct SystemBytes: Randomness {
    func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in .random(in: .min ... .max) } }
}

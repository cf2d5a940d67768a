import TestSupport

/// The same throws for the same seed.
struct Dice: RandomNumberGenerator {
    private let source: SeededRandomness

    init(seed: UInt64) { source = SeededRandomness(seed: seed) }

    func next() -> UInt64 { source.bytes(8).reduce(0) { $0 << 8 | UInt64($1) } }
}

import Domain

/// The system's own.
package struct RealRandomness: Randomness {
    package init() {}

    package func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max) }
    }
}

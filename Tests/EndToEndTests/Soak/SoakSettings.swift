import Foundation

/// How long the soak is, and by which seed: from the environment, as `make soak` sets it.
enum SoakSettings {
    /// Short enough for every run of the tests, and long enough for every verb and target.
    static let fewCycles = 8
    static let usualSeed: UInt64 = 1

    static var cycles: Int { number("HOLDFAST_SOAK_CYCLES").map { Int($0) } ?? fewCycles }
    static var seed: UInt64 { number("HOLDFAST_SOAK_SEED") ?? usualSeed }

    /// A mistyped number must not quietly become another soak.
    private static func number(_ name: String) -> UInt64? {
        guard let text = ProcessInfo.processInfo.environment[name], !text.isEmpty else {
            return nil
        }
        guard let number = UInt64(text), number <= Int.max else {
            preconditionFailure("\(name) must be a number, not “\(text)”.")
        }
        return number
    }
}

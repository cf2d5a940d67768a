import Foundation

/// How much is tried, and by which seed: from the environment, as `make test-faults` sets
/// it.
enum FaultSettings {
    /// Without it, another one each time; it is printed.
    static let seed =
        EnvironmentNumber.read("HOLDFAST_FAULT_SEED") ?? UInt64.random(in: 0...999_999)

    /// How many lives are lived under faults.
    static var lives: Int { EnvironmentNumber.read("HOLDFAST_FAULT_LIVES").map { Int($0) } ?? 1 }

    /// One of so many requests meets with a fault.
    static var share: Int {
        EnvironmentNumber.read("HOLDFAST_FAULT_SHARE").map { max(1, Int($0)) } ?? 8
    }

    /// Whether Holdfast is killed at each request of each verb, instead of at a few.
    static var killsAtAll: Bool { EnvironmentNumber.read("HOLDFAST_FAULT_ALL_KILLS") == 1 }

    /// For people: which seed, and what came of it.
    static func tell(_ text: String) {
        FileHandle.standardError.write(Data("faults: \(text)\n".utf8))
    }
}

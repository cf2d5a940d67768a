/// How long the soak is, and by which seed: from the environment, as `make soak` sets it.
enum SoakSettings {
    /// Short enough for every run of the tests, and long enough for every verb and target.
    static let fewCycles = 8
    static let usualSeed: UInt64 = 1

    static var cycles: Int {
        EnvironmentNumber.read("HOLDFAST_SOAK_CYCLES").map { Int($0) } ?? fewCycles
    }
    static var seed: UInt64 { EnvironmentNumber.read("HOLDFAST_SOAK_SEED") ?? usualSeed }
}

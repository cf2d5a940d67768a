import Domain

/// How long to wait after failures in a row.
enum Backoff {
    private static let first = 500.0
    private static let longest = 30_000.0

    /// Half a second, then twice as long each time up to half a minute; of that between half
    /// and all, as chance has it.
    ///
    /// - Parameter chance: From 0 to 1.
    static func pause(after failures: Int, chance: Double) -> Duration {
        let doublings = min(max(failures - 1, 0), 10)
        let whole = min(longest, first * Double(1 << doublings))
        return .milliseconds(Int64(whole * (0.5 + chance / 2)))
    }
}

extension Randomness {
    /// From 0 to 1.
    func chance() -> Double {
        Double(bytes(2).reduce(0) { $0 << 8 | Int($1) }) / 65_535
    }
}

import Domain

/// What happened, in order: as a number that says whether two runs were the same, and, where
/// somebody wants to read it, in words.
package struct Trace: Sendable {
    package private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    package private(set) var lines: [String] = []
    let isTold: Bool

    init(isTold: Bool) { self.isTold = isTold }

    mutating func mix(_ number: UInt64) {
        hash = (hash ^ number) &* 0x100_0000_01b3
        hash ^= hash >> 29
    }

    mutating func mix(_ text: String) {
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    /// Something that a person wants to know.
    mutating func tell(_ elapsed: Duration, _ text: @autoclosure () -> String) {
        guard isTold else { return }
        lines.append("\(Self.stamp(elapsed))  \(text())")
    }

    private static func stamp(_ elapsed: Duration) -> String {
        let seconds = elapsed.milliseconds / 1000
        let (days, rest) = (seconds / 86_400, seconds % 86_400)
        let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { part in
            part < 10 ? "0\(part)" : "\(part)"
        }
        return "day \(days) \(parts.joined(separator: ":"))"
    }
}

import RealWorld
import Synchronization
import TestSupport

/// What goes wrong with requests, by chance: with the so-and-so-manieth of a kind it is the same
/// for the same seed.
final class Mischief: Sendable {
    let seed: UInt64
    private let seen = Mutex<[String: Int]>([:])
    private let met = Mutex<[String: Int]>([:])

    init(seed: UInt64) { self.seed = seed }

    /// How often what went wrong.
    var story: String {
        met.withLock(\.self).sorted { $0.key < $1.key }
            .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    }

    func fault(for request: ModelRequest) -> Fault? {
        let kind = "\(request.isWatch ? "watch" : request.method) \(request.plural)"
        let number = seen.withLock { seen in
            seen[kind, default: 0] += 1
            return seen[kind, default: 0]
        }
        var dice = Dice(seed: Self.mixed("\(kind) \(number)", seed))
        guard Int.random(in: 0..<FaultSettings.share, using: &dice) == 0 else { return nil }
        let (name, fault) = Self.throw(&dice)
        met.withLock { $0[name, default: 0] += 1 }
        return fault
    }

    private static func `throw`(_ dice: inout Dice) -> (name: String, fault: Fault) {
        switch Int.random(in: 0..<9, using: &dice) {
        case 0: ("never sent", .neverSent)
        case 1: ("answers lost", .answerLost())
        case 2: ("delayed", .delayed(.milliseconds(Int.random(in: 1...800, using: &dice))))
        case 3: ("sent twice", .sentTwice)
        case 4: ("truncated", .truncated)
        case 5: ("conflicts", .refused(409))
        case 6: ("too many", .refused(429, retryAfter: 1))
        case 7: ("errors", .refused(500))
        default: ("gone", .refused(410))
        }
    }

    /// FNV-1a (https://datatracker.ietf.org/doc/html/draft-eastlake-fnv).
    private static func mixed(_ text: String, _ seed: UInt64) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325 ^ seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

extension ModelRequest {
    /// Of the kind that it asks for, as in its path.
    fileprivate var plural: String {
        var parts = path.split(separator: "/").dropFirst(path.hasPrefix("/apis/") ? 3 : 2)
        if parts.first == "namespaces", parts.count > 2 { parts = parts.dropFirst(2) }
        return parts.first.map(String.init) ?? path
    }
}

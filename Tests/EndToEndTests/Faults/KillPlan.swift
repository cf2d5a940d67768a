import TestSupport
import Testing

/// Deeds that lead back to where they began, so that they can be done again and again.
struct KillPlan: Sendable, CustomTestStringConvertible {
    var deeds: [Deed]
    /// Whether what is given up is to be destroyed, as a part of the deed.
    var isHasty = false

    static let all = [
        KillPlan(deeds: [.restart]),
        KillPlan(deeds: [.stop, .start]),
        KillPlan(deeds: [.change]),
        KillPlan(deeds: [.reset, .undo]),
        KillPlan(deeds: [.reset], isHasty: true),
        KillPlan(deeds: [.cancel, .resubscribe]),
        KillPlan(deeds: [.delete, .subscribe], isHasty: true),
    ]

    var testDescription: String {
        deeds.map(\.rawValue).joined(separator: ", ") + (isHasty ? ", destroying" : "")
    }

    /// At which requests; `nil` for each that there is.
    func numbers(_ side: Strike.Side) -> [Int]? {
        guard !FaultSettings.killsAtAll else { return nil }
        var dice = Dice(seed: FaultSettings.seed ^ UInt64(deeds[0].rawValue.utf8.count))
        return switch side {
        case .beforeItIsSent: [Int.random(in: 1...24, using: &dice)]
        case .afterItIsTaken: [Int.random(in: 1...4, using: &dice)]
        }
    }
}

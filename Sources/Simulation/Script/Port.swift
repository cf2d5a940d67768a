/// A kind of call by which the program touches the world.
package enum Port: String, Sendable, CaseIterable, Codable {
    case look, survey, act, start, destroy, epoch
    case read, write, redeem
    case mail

    var isEngine: Bool {
        switch self {
        case .look, .survey, .act, .start, .destroy, .epoch: true
        case .read, .write, .redeem, .mail: false
        }
    }

    var isStore: Bool { self == .read || self == .write || self == .redeem }
}

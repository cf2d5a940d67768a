/// A kind of call by which the program touches the world.
package enum Port: String, Sendable, CaseIterable, Codable {
    case look, survey, act, start, destroy, epoch
    case read, write, redeem
    case mail
    /// To an API server: to ask, to change, and to begin to listen.
    case fetch, send, listen

    var isEngine: Bool {
        switch self {
        case .look, .survey, .act, .start, .destroy, .epoch, .fetch, .send, .listen: true
        case .read, .write, .redeem, .mail: false
        }
    }

    var isOfCluster: Bool { self == .fetch || self == .send || self == .listen }

    var isStore: Bool { self == .read || self == .write || self == .redeem }
}

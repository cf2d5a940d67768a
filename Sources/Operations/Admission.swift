import Domain

/// How the subscription must stand for a verb to be allowed.
enum Admission {
    case active
    /// Its time is over, and its data is kept.
    case ended
    /// Any but purged.
    case kept

    func check(_ subscription: Subscription, of name: String) throws(Refusal) {
        if subscription.status == .purged {
            throw .conflict("The subscription of \(name) has ended, and its data is gone.")
        }
        switch (self, subscription.status) {
        case (.active, .active), (.kept, _), (.ended, .expired), (.ended, .cancelled): return
        case (.active, _):
            throw .conflict(
                "The subscription of \(name) has ended. Resubscribe to have it back with its data.")
        case (.ended, _):
            throw .conflict("The subscription of \(name) has not ended.")
        }
    }
}

extension Operation.Kind {
    /// Whether it does not wait for what is under way, but takes its place: an ending, and what
    /// takes one back, which must win until the last step has begun.
    var overtakes: Bool {
        switch self {
        case .cancel, .expire, .resubscribe, .delete, .undoDelete: true
        default: false
        }
    }
}

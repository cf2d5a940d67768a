package import Domain

/// What the sweep did about one subscription.
package struct SweepResult: Equatable, Sendable {
    package enum Outcome: Equatable, Sendable {
        /// Somebody was faster, or nothing was due after all.
        case nothing
        case expired
        /// Its owner has been told as much as is due.
        case warned
        /// Its grace is over, and something is missing; what.
        case waiting(String)
        /// Its data was given up.
        case purged
        /// It could not be looked at, and is looked at again later; why.
        case unreadable(String)
    }

    package var subscription: SubscriptionID
    package var outcome: Outcome
}

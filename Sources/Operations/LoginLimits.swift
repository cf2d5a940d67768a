package import Domain

/// How often passwords may be guessed.
package struct LoginLimits: Equatable, Sendable {
    /// Of one account from one address.
    package var account: AttemptLimit
    /// From one address.
    package var address: AttemptLimit

    package init(
        account: AttemptLimit = AttemptLimit(10, in: .seconds(300)),
        address: AttemptLimit = AttemptLimit(50, in: .seconds(300))
    ) {
        self.account = account
        self.address = address
    }
}

package import Domain

/// Who asks, as their rows are right now.
package struct Caller: Sendable {
    package var user: User
    package var actor: Domain.Actor
    /// `nil` when a person logged in.
    package var token: APIToken?
}

extension Caller {
    /// Refuses tokens that were made for less than everything that the account may do.
    func requireWholeAccount() throws(Refusal) {
        guard actor.scope == .admin else {
            throw .forbidden("This token may not change the account. Log in with the password.")
        }
    }

    /// Refuses all tokens: this is for the person who knows the password.
    func requireLogin() throws(Refusal) {
        guard token == nil else {
            throw .forbidden("An API token may not do this. Log in with the password.")
        }
    }
}

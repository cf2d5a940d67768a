/// Who asks, and from where: what every audit row says.
package struct Actor: Equatable, Sendable {
    package enum Identity: Equatable, Sendable {
        case user(UserID, role: User.Role)
        /// Holdfast itself: the reconciler, a sweep, the first start.
        case system
        /// Whoever is not known, or not yet.
        case nobody
    }

    package var identity: Identity
    package var scope: APIToken.Scope
    /// The network address of the caller, where there is one.
    package var address: String?
    package var requestID: String?

    package init(
        identity: Identity, scope: APIToken.Scope = .admin, address: String? = nil,
        requestID: String? = nil
    ) {
        self.identity = identity
        self.scope = scope
        self.address = address
        self.requestID = requestID
    }

    package static let system = Actor(identity: .system)

    package var userID: UserID? {
        if case .user(let id, _) = identity { id } else { nil }
    }

    /// Admins by role, unless their token's scope is smaller.
    package var isAdmin: Bool {
        switch identity {
        case .system: true
        case .nobody: false
        case .user(_, let role): role == .admin && scope == .admin
        }
    }
}

@testable import API

/// Who may ask what: from the contract, and a few words more for what no contract says.
///
/// A new route gets its expectations by itself where what its path names is known here; else the
/// table fails with its name.
struct AccessTable {
    /// What a path names, by the example that the contract has for it.
    enum Thing: CaseIterable {
        /// The owner's, and seen by admins.
        case subscription, operation
        /// The owner's, and nobody else's.
        case token
        case user, service

        init?(example: String?) {
            switch example {
            case Example.subscription: self = .subscription
            case Example.operation: self = .operation
            case Example.token: self = .token
            case Example.user: self = .user
            case "isso": self = .service
            default: return nil
            }
        }
    }

    /// A route of which the table knows too little.
    struct Unforeseen: Error, CustomStringConvertible {
        var description: String
    }

    /// They look at what is sent, and not at who sends it.
    private static let judges: Set = ["logIn", "refreshLogin", "takePayment"]
    /// For the person who knows the password.
    private static let personal: Set = ["changePassword"]
    /// Not for tokens that were made for less than everything.
    private static let wholeAccount: Set = ["makeToken", "revokeToken"]

    let endpoint: Endpoint
    /// What its path names; `nil` where it names nothing, or something only admins know of.
    let thing: Thing?

    init(_ endpoint: Endpoint) throws(Unforeseen) {
        self.endpoint = endpoint
        let names = endpoint.parameters.filter { $0.place == .path }
        thing = names.first.flatMap { Thing(example: $0.example?.text) }
        guard names.count <= 1, names.isEmpty || thing != nil || endpoint.access == .admin else {
            throw Unforeseen(
                description: "\(endpoint.method) \(endpoint.path): say in AccessTable whose the "
                    + "things are that it names.")
        }
    }

    private var changes: Bool { ![.get, .head].contains(endpoint.method) }

    /// `nil` where it is not about who asks.
    func verdict(for visitor: Visitor) -> Verdict? {
        switch endpoint.access {
        case .anybody: return Self.judges.contains(endpoint.id) ? nil : .served
        case .caller, .settled, .admin: break
        }
        if !visitor.isKnown { return .unauthenticated }
        if changes, visitor.onlyReads { return .forbidden }
        if endpoint.access != .caller, visitor.hasOneTimePassword { return .passwordChange }
        if endpoint.access == .admin { return visitor.rules ? .served : .forbidden }
        if Self.personal.contains(endpoint.id), visitor.isToken { return .forbidden }
        if Self.wholeAccount.contains(endpoint.id), visitor.isLimited { return .forbidden }
        return isVisible(to: visitor) ? .served : .notFound
    }

    private func isVisible(to visitor: Visitor) -> Bool {
        switch thing {
        case .subscription, .operation: visitor.isOwner || visitor.rules
        case .token: visitor.isOwner
        case .user, .service, nil: true
        }
    }

    /// Whether it is somebody's own, so that to others it must not exist.
    var isOwned: Bool {
        thing == .subscription || thing == .operation || thing == .token
    }
}

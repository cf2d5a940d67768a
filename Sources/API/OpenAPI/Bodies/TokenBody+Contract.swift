import Domain
import Wire

extension TokenBody: Requested {
    static let about = "An API token to be made."

    static let notes: [String: Note] = [
        "name": .text("What it is for.", 1...100),
        "scope": .oneOf(APIToken.Scope.self, "What it may do; each includes those before it."),
        "expiresAt": .moment("Without it, the token is good until it is revoked."),
    ]

    static let example = TokenBody(name: "nightly", scope: "read", expiresAt: Example.end)
}

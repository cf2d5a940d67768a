import Domain
import Wire

extension TokenReply: Documented {
    static let about = "An API token."

    static let notes: [String: Note] = [
        "id": "Its id.", "name": "What it is for.",
        "scope": .oneOf(APIToken.Scope.self, "What it may do."),
        "createdAt": .moment("When it was made."),
        "expiresAt": .moment("From when on it is refused."),
        "revokedAt": .moment("Since when it is refused."),
        "secret": "The token itself, only in the answer to its making.",
    ]

    static let example = TokenReply(
        id: Example.token, name: "nightly", scope: "read", createdAt: Example.then,
        expiresAt: Example.end, revokedAt: Example.later, secret: "hft_0example…")
}

package import Hummingbird

/// What the document says of one route and method. `Contract` has all of them, and a test
/// compares it with the router.
package struct Endpoint: Sendable {
    /// Who may ask.
    enum Access: Sendable {
        /// No token is looked at.
        case anybody
        /// Whoever is logged in, even with a one-time password.
        case caller
        /// Whoever is logged in with a password of their own.
        case settled
        case admin
    }

    package let method: HTTPRequest.Method
    /// As the router has it: `/api/v1/subscriptions/{id}`.
    package let path: String
    /// Unique, for programs that are generated: `restartInstance`.
    package let id: String
    package let summary: String
    var access = Access.settled
    var details: String?
    var parameters: [Parameter] = []
    var body: BodyContract?
    var outcomes: [AnswerContract] = []
    var problems: Set<ProblemKind> = []

    init(
        _ method: HTTPRequest.Method, _ path: String, _ id: String, _ summary: String
    ) {
        self.method = method
        self.path = path
        self.id = id
        self.summary = summary
    }

    /// The part of the path that groups it: `subscriptions`.
    var tag: String {
        let parts = path.split(separator: "/").drop { ["api", "v1"].contains($0) }
        return parts.first.map(String.init) ?? "index"
    }

    /// Everything that may come of it in place of an answer.
    package var refusals: Set<ProblemKind> {
        var all = problems.union([.unexpected])
        if access != .anybody { all.formUnion([.unauthenticated, .unavailable]) }
        if [.settled, .admin].contains(access) { all.insert(.passwordChangeRequired) }
        // Tokens that may only read do nothing else.
        let changes = ![.get, .head].contains(method)
        if access == .admin || access != .anybody && changes { all.insert(.forbidden) }
        if path.contains("{") { all.insert(.notFound) }
        if body != nil { all.formUnion([.malformed, .invalid, .tooLarge]) }
        return all
    }
}

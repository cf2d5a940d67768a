/// Every kind of problem that this API answers with. Its name stays: programs tell problems
/// apart by it.
package enum ProblemKind: String, CaseIterable, Sendable {
    case malformed, unauthenticated, forbidden, method, busy, conflict, invalid, confirmation
    case passwordChangeRequired = "password-change-required"
    case notFound = "not-found"
    case tooLarge = "too-large"
    case idempotencyMismatch = "idempotency-mismatch"
    case tooMany = "too-many"
    case unexpected = "internal"
    case engine, unavailable

    /// The value of a problem's `type`.
    package var type: String { "/problems/\(rawValue)" }

    package var status: Int {
        switch self {
        case .malformed: 400
        case .unauthenticated: 401
        case .passwordChangeRequired, .forbidden: 403
        case .notFound: 404
        case .method: 405
        case .busy, .conflict: 409
        case .tooLarge: 413
        case .invalid, .confirmation, .idempotencyMismatch: 422
        case .tooMany: 429
        case .unexpected: 500
        case .engine: 502
        case .unavailable: 503
        }
    }

    /// What it means, and what to do.
    package var about: String {
        switch self {
        case .malformed: "The request cannot be read; `detail` says where. Mend and resend it."
        case .unauthenticated: "Nobody is logged in. Log in, or refresh the token."
        case .passwordChangeRequired:
            "The password is good for one use. Set your own by `PUT /api/v1/me/password`."
        case .forbidden: "The account, or this token of it, may not do this."
        case .notFound: "There is no such thing, or it is somebody else's."
        case .method: "The path has other methods only; `Allow` names them."
        case .busy: "The operation `operationId` is under way. Wait for its end."
        case .conflict: "It is not possible in the present state; `detail` says why."
        case .tooLarge: "The body is larger than 64 KiB."
        case .invalid: "The value of `field` is not accepted; `detail` says what would be."
        case .confirmation: "It loses data: send `expected` as the value of `field`."
        case .idempotencyMismatch:
            "The Idempotency-Key came with another request before. Use a new key."
        case .tooMany: "Tried too often: try again after `Retry-After` seconds."
        case .unexpected: "A fault of the server. Give `requestId` when you ask for help."
        case .engine: "The engine that runs the services could not do it; `detail` says why."
        case .unavailable: "Not now: try again after `Retry-After` seconds."
        }
    }
}

import Domain
import Wire

extension Refusal {
    /// Exhaustive on purpose: a new refusal does not compile until it has a status and a type.
    var problem: Problem {
        switch self {
        case .malformed(let why): Problem(.malformed, "Malformed request", why)
        case .unauthenticated(let why): Problem(.unauthenticated, "Who are you?", why)
        case .passwordChangeRequired:
            Problem(
                .passwordChangeRequired, "Change your password first",
                "The password was made to be used once. Set your own by PUT /api/v1/me/password.")
        case .forbidden(let why): Problem(.forbidden, "Not allowed", why)
        case .notFound(let kind, let id):
            Problem(.notFound, "No such \(kind)", "There is no \(kind) “\(id)”.")
        case .invalid(let field, let why): invalid(field, why)
        case .confirmation(let expected): confirmation(expected)
        case .busy(let id, let kind): busy(id, kind)
        case .conflict(let why): Problem(.conflict, "Not possible now", why)
        case .idempotencyMismatch(let key):
            Problem(
                .idempotencyMismatch, "Key used for another request",
                "The Idempotency-Key “\(key)” came with another request before. Use a new key.")
        case .tooMany(let why, let seconds): tooMany(why, seconds)
        case .unavailable(let why): Problem(unavailable: why)
        }
    }

    private func invalid(_ field: String, _ why: String) -> Problem {
        var problem = Problem(.invalid, "Invalid \(field)", "\(field) \(why)".sentence)
        problem.field = field
        return problem
    }

    private func confirmation(_ expected: String) -> Problem {
        var problem = Problem(
            .confirmation, "Confirmation needed",
            "This is not done by mistake. To confirm, send {\"confirm\": \"\(expected)\"}.")
        problem.field = "confirm"
        problem.expected = expected
        return problem
    }

    private func tooMany(_ why: String, _ seconds: Int) -> Problem {
        var problem = Problem(.tooMany, "Too many attempts", why)
        problem.retryAfter = max(1, seconds)
        return problem
    }

    private func busy(_ id: OperationID, _ kind: Operation.Kind) -> Problem {
        var problem = Problem(
            .busy, "Another operation is under way",
            "The operation “\(kind.rawValue)” (\(id)) is not done. Wait for its end.")
        problem.operationId = id.rawValue
        problem.operationKind = kind.rawValue
        return problem
    }
}

extension String {
    fileprivate var sentence: String { hasSuffix(".") ? self : self + "." }
}

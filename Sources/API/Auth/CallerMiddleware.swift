import Domain
import Hummingbird

/// A guard that looks at nothing but who asks, and how.
struct CallerMiddleware: RouterMiddleware {
    typealias Context = CallerContext

    let check: @Sendable (Caller, HTTPRequest.Method) throws(Refusal) -> Void

    func handle(
        _ request: Request, context: CallerContext,
        next: (Request, CallerContext) async throws -> Response
    ) async throws -> Response {
        try check(context.caller, request.method)
        return try await next(request, context)
    }
}

extension CallerMiddleware {
    /// Tokens that may only read do nothing else, whatever the route.
    static let scope = Self { caller, method throws(Refusal) in
        guard caller.actor.scope > .read || [.get, .head].contains(method) else {
            throw .forbidden("This token may only read. Use one with the scope “operate”.")
        }
    }

    /// One-time passwords are good for nothing but their own replacement.
    static let settledPassword = Self { caller, _ throws(Refusal) in
        guard !caller.user.mustChangePassword else { throw .passwordChangeRequired }
    }

    static let admin = Self { caller, _ throws(Refusal) in
        guard caller.actor.isAdmin else { throw .forbidden("Only an admin may do this.") }
    }
}

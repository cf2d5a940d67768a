import Hummingbird
import Wire

/// Turns whatever was thrown into a problem (RFC 9457), and tells the log what is our fault.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = APIContext

    func handle(
        _ request: Request, context: APIContext,
        next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            var problem = Problem(explaining: error) ?? .unknown
            problem.instance = request.uri.path.withoutTokens
            problem.detail = problem.detail?.withoutTokens
            problem.requestId = context.requestID
            if problem.status >= 500 { log(error, problem, request, context) }
            return try response(problem, error)
        }
    }

    private func log(
        _ error: any Error, _ problem: Problem, _ request: Request, _ context: APIContext
    ) {
        context.logger.error(
            "request failed",
            metadata: [
                "request": "\(context.requestID)", "method": "\(request.method)",
                "path": "\(request.loggedPath)", "problem": "\(problem.type)",
                "error": "\(error)",
            ])
    }

    private func response(_ problem: Problem, _ error: any Error) throws -> Response {
        var response = try JSONReply.response(
            problem, status: HTTPResponse.Status(code: problem.status),
            contentType: "application/problem+json")
        if problem.status == 401 { response.headers[.wwwAuthenticate] = "Bearer" }
        if let seconds = problem.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
        if let refusal = error as? MethodRefusal { response.headers[.allow] = refusal.allow }
        return response
    }
}

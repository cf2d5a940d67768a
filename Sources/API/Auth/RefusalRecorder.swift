import Domain
import Hummingbird
import Operations
import Wire

/// Leaves a row in the audit for each request that somebody who is known was refused: what would
/// have changed something, and what is for admins only. What is carried out leaves its own row.
struct RefusalRecorder: RouterMiddleware {
    typealias Context = CallerContext

    let plane: ControlPlane

    func handle(
        _ request: Request, context: CallerContext,
        next: (Request, CallerContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            if let problem = Problem(explaining: error), isRefusal(error, problem),
                matters(problem, request)
            {
                await record(problem, request, context)
            }
            throw error
        }
    }

    /// What fails here was not refused, and can hardly be written down.
    private func isRefusal(_ error: any Error, _ problem: Problem) -> Bool {
        problem.status < 500 || error is Refusal
    }

    private func matters(_ problem: Problem, _ request: Request) -> Bool {
        if ![.get, .head].contains(request.method) { return true }
        return problem.type == ProblemKind.forbidden.type
            && request.uri.path.hasPrefix("/api/v1/admin/")
    }

    /// Nothing was done, so an answer does not hang on whether this can be written.
    private func record(
        _ problem: Problem, _ request: Request, _ context: CallerContext
    ) async {
        do {
            try await plane.recordRefusal(
                context.caller.actor, of: request.method.rawValue, request.loggedPath,
                problem: problem.type)
        } catch {
            context.logger.error(
                "a refusal could not be recorded", metadata: ["error": "\(error)"])
        }
    }
}

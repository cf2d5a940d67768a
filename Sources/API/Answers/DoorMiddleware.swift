import Domain
import Hummingbird
import Logging

/// What every request and answer has: an id, a line in the log, and the fields that tell
/// browsers and caches to keep their hands off.
struct DoorMiddleware: RouterMiddleware {
    typealias Context = APIContext

    let clock: any WallClock
    let proxies: TrustedProxies

    func handle(
        _ request: Request, context: APIContext,
        next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.requestID = requestID(request) ?? context.id
        context.address = proxies.client(of: request, from: context.address)
        context.logger[metadataKey: "request"] = "\(context.requestID)"
        let start = clock.now()
        var response = try await next(request, context)
        response.headers[FieldName.requestID] = context.requestID
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        response.headers[.xContentTypeOptions] = "nosniff"
        log(request, response, since: start, context)
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// The client's own name for the request, if it is fit for a log.
    private func requestID(_ request: Request) -> String? {
        guard let id = request.headers[FieldName.requestID],
            id.wholeMatch(of: /[A-Za-z0-9._\-]{1,64}/) != nil
        else { return nil }
        return id
    }

    private func log(
        _ request: Request, _ response: Response, since start: Instant, _ context: APIContext
    ) {
        context.logger.info(
            "answered",
            metadata: [
                "method": "\(request.method)", "path": "\(request.loggedPath)",
                "status": "\(response.status.code)",
                "milliseconds": "\((clock.now() - start).milliseconds)",
                "address": "\(context.address ?? "-")",
            ])
    }
}

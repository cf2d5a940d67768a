import Hummingbird

/// `/api/v1/openapi.json`: what all of this is.
struct ContractRoutes {
    func add(to router: Router<APIContext>) {
        router.get("api/v1/openapi.json") { request, _ in
            let text = try OpenAPIDocument.text.get()
            let tag = try OpenAPIDocument.tag.get()
            // It changes with the program alone, so whoever has it may ask whether it did.
            let headers: HTTPFields = [.eTag: tag, .cacheControl: "no-cache"]
            if request.knows(tag) {
                return Response(status: .notModified, headers: headers)
            }
            return Response(
                status: .ok, headers: headers + [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: text)))
        }
    }
}

extension Request {
    /// Whether `If-None-Match` names the tag (RFC 9110, section 13.1.2).
    fileprivate func knows(_ tag: String) -> Bool {
        headers[values: .ifNoneMatch].flatMap { $0.split(separator: ",") }.contains { known in
            let known = known.filter { $0 != " " }
            return known == "*" || known == tag || known == "W/\(tag)"
        }
    }
}

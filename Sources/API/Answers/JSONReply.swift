import FoundationEssentials
import Hummingbird

/// A value as the JSON body of an answer.
struct JSONReply<Body: Encodable & Sendable>: ResponseGenerator {
    var body: Body
    var status: HTTPResponse.Status = .ok
    /// Where the thing that was made is found.
    var location: String?

    init(_ body: Body, status: HTTPResponse.Status = .ok, location: String? = nil) {
        self.body = body
        self.status = status
        self.location = location
    }

    func response(
        from request: Request, context: some Hummingbird.RequestContext
    ) throws -> Response {
        var response = try JSONReply<Never>.response(body, status: status)
        if let location { response.headers[.location] = location }
        return response
    }
}

extension JSONReply<Never> {
    static func response(
        _ body: some Encodable, status: HTTPResponse.Status,
        contentType: String = "application/json"
    ) throws -> Response {
        Response(
            status: status, headers: [.contentType: contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encode(body))))
    }

    /// Sorted, so that the same answer is the same text.
    static func encode(_ body: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(body)
    }
}

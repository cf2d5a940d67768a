import NIOCore
import NIOHTTP1
import TestSupport

/// A request that passes, as it came.
struct Passenger: Sendable {
    var head: HTTPRequestHead
    var body: ByteBuffer

    /// - Returns: `nil` where the connection is at its end.
    init?(
        reading parts: inout NIOAsyncChannelInboundStream<HTTPServerRequestPart>.AsyncIterator
    ) async throws {
        guard case .head(let head)? = try await parts.next() else { return nil }
        self.head = head
        body = ByteBuffer()
        while case .body(var piece)? = try await parts.next() { body.writeBuffer(&piece) }
    }

    var model: ModelRequest {
        ModelRequest(
            head.method.rawValue, head.uri, body: String(buffer: body),
            contentType: head.headers.first(name: "Content-Type"))
    }
}

import NIOCore
import NIOHTTP1
import Wire

/// One connection: collects a request, asks the server, writes what it says.
final class ModelHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let door: ModelDoor
    private var head: HTTPRequestHead?
    private var body = ""
    private var listener: Int?

    init(_ door: ModelDoor) { self.door = door }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = ""
        case .body(let buffer): body += String(buffer: buffer)
        case .end: answer(context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        if let listener { door.server?.forget(listener) }
        context.fireChannelInactive()
    }

    private func answer(_ context: ChannelHandlerContext) {
        guard let head, let server = door.server else {
            context.close(promise: nil)
            return
        }
        let agent = head.headers.first(name: "User-Agent")?.split(separator: "/").first
        let request = ModelRequest(
            head.method.rawValue, head.uri, body: body,
            contentType: head.headers.first(name: "Content-Type"),
            agent: agent.map(String.init) ?? "unknown")
        let authorization = head.headers.first(name: "Authorization")
        switch server.reply(to: request, authorization: authorization) {
        case .answer(let answer): write(answer, context)
        case .stream(let watch): stream(watch, server, context)
        case .drop: context.close(promise: nil)
        }
    }

    private func write(_ answer: ModelAnswer, _ context: ChannelHandlerContext) {
        let (text, type) =
            switch answer.content {
            case .json(let value): (value.compact, "application/json")
            case .text(let text): (text, "text/plain")
            }
        var headers = HTTPHeaders([
            ("Content-Type", type), ("Content-Length", "\(text.utf8.count)"),
        ])
        if let seconds = answer.retryAfter { headers.add(name: "Retry-After", value: "\(seconds)") }
        let head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: answer.code),
            headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(
            wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    private func stream(
        _ watch: ModelWatch, _ server: ModelServer, _ context: ChannelHandlerContext
    ) {
        let head = HTTPResponseHead(
            version: .http1_1, status: .ok,
            headers: HTTPHeaders([
                ("Content-Type", "application/json"), ("Transfer-Encoding", "chunked"),
            ]))
        context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
        let id = server.listen(watch, on: context.channel)
        listener = id
        guard let seconds = watch.timeout else { return }
        context.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) { [weak server] in
            server?.expire(id)
        }
    }
}

import DockerAPI
import NIOCore
import NIOPosix
import Synchronization

/// A server on loopback that answers each request as a script says, and notes what it heard.
final class ScriptedDaemon: Sendable {
    enum Reply {
        /// Answers, and closes the connection.
        case done(String)
        /// Answers, and keeps the connection open.
        case open(String)
    }

    /// The first line of each request, as it comes.
    let requests: AsyncStream<String>
    /// One element for each connection that ends.
    let ends: AsyncStream<Void>
    let endpoint: DockerEndpoint
    private let channel: any Channel

    /// - Parameter script: Answers the first line of a request: `GET /_ping HTTP/1.1`.
    init(_ script: @escaping @Sendable (String) -> Reply) async throws {
        let (requests, heard) = AsyncStream.makeStream(of: String.self)
        let (ends, ended) = AsyncStream.makeStream(of: Void.self)
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    channel.closeFuture.whenComplete { _ in ended.yield() }
                    try channel.pipeline.syncOperations.addHandler(
                        Handler { line in
                            heard.yield(line)
                            return script(line)
                        })
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        endpoint = DockerEndpoint(host: "127.0.0.1", port: channel.localAddress?.port ?? 0)
        self.requests = requests
        self.ends = ends
    }

    func close() async throws { try await channel.close() }

    /// An answer with a body of known length.
    static func answer(
        _ body: String, status: String = "200 OK", headers: String = ""
    ) -> String {
        "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
    }

    /// The answer to a ping, by an engine of API version 1.99.
    static let pong = answer("OK", headers: "Api-Version: 1.99\r\n")

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let script: (String) -> Reply
        private var heard = ""

        init(_ script: @escaping (String) -> Reply) { self.script = script }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            heard += String(buffer: unwrapInboundIn(data))
            guard heard.contains("\r\n\r\n"), let line = heard.split(separator: "\r\n").first else {
                return
            }
            heard = ""
            switch script(String(line)) {
            case .open(let text):
                context.writeAndFlush(NIOAny(ByteBuffer(string: text)), promise: nil)
            case .done(let text):
                let channel = context.channel
                channel.writeAndFlush(ByteBuffer(string: text)).whenComplete { _ in
                    channel.close(promise: nil)
                }
            }
        }
    }
}

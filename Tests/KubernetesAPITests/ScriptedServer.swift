import KubernetesAPI
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server on loopback that answers each request as a script says, and notes what it heard.
final class ScriptedServer: Sendable {
    /// Each request, as it comes.
    let requests: AsyncStream<ScriptedRequest>
    /// One element for each connection that ends.
    let ends: AsyncStream<Void>
    let port: Int
    private let channel: any Channel

    /// - Parameters:
    ///   - tls: Whom it claims to be, and whom it believes; `nil` speaks plain HTTP.
    ///   - script: Answers a request with the bytes to send.
    init(
        tls: TLSConfiguration? = nil,
        _ script: @escaping @Sendable (ScriptedRequest) -> String
    ) async throws {
        let (requests, heard) = AsyncStream.makeStream(of: ScriptedRequest.self)
        let (ends, ended) = AsyncStream.makeStream(of: Void.self)
        let context = try tls.map { try NIOSSLContext(configuration: $0) }
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    channel.closeFuture.whenComplete { _ in ended.yield() }
                    let pipeline = channel.pipeline.syncOperations
                    if let context {
                        try pipeline.addHandler(NIOSSLServerHandler(context: context))
                    }
                    try pipeline.addHandler(
                        Handler { request in
                            heard.yield(request)
                            return script(request)
                        })
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
        self.requests = requests
        self.ends = ends
    }

    func close() async throws { try await channel.close() }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let script: (ScriptedRequest) -> String
        private var heard = ""

        init(_ script: @escaping (ScriptedRequest) -> String) { self.script = script }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            heard += String(buffer: unwrapInboundIn(data))
            guard let request = ScriptedRequest(heard, on: context.channel) else { return }
            heard = ""
            context.channel.writeAndFlush(ByteBuffer(string: script(request)), promise: nil)
        }

        /// A connection that breaks is for the client to notice.
        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }
    }
}

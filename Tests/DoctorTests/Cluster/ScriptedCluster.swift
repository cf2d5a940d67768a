import KubernetesAPI
import NIOCore
import NIOHTTP1
import NIOPosix
import RealWorld
import TestSupport
import Wire

@testable import Doctor

/// An API server with an answer for each path, which knows nothing else.
enum ScriptedCluster {
    /// - Parameters:
    ///   - answers: By path.
    ///   - silent: Paths that are never answered.
    ///   - body: Gets the port on which it listens.
    static func with(
        _ answers: [String: JSONValue] = [:], silentAt silent: Set<String> = [],
        _ body: (Int) async throws -> Void
    ) async throws {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.configureHTTPServerPipeline()
                    try pipeline.addHandler(Handler(answers: answers, silent: silent))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            try await body(channel.localAddress?.port ?? 0)
        } catch {
            try? await channel.close()
            throw error
        }
        try await channel.close()
    }

    static func list(_ items: JSONValue...) -> JSONValue {
        ["metadata": ["resourceVersion": "1"], "items": .array(items)]
    }

    static func version(_ minor: String) -> JSONValue {
        ["major": "1", "minor": .string(minor), "gitVersion": .string("v1.\(minor).0")]
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let answers: [String: JSONValue]
        private let silent: Set<String>
        private var path = ""

        init(answers: [String: JSONValue], silent: Set<String>) {
            self.answers = answers
            self.silent = silent
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head): path = String(head.uri.prefix { $0 != "?" })
            case .body: break
            case .end: if !silent.contains(path) { answer(context) }
            }
        }

        private func answer(_ context: ChannelHandlerContext) {
            let text = answers[path]?.compact ?? ""
            let head = HTTPResponseHead(
                version: .http1_1, status: answers[path] == nil ? .notFound : .ok,
                headers: ["Content-Length": "\(text.utf8.count)"])
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.write(
                wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }
}

extension ClusterExamination {
    /// Of an API server on this machine that lets everybody in.
    init(at port: Int, entrance: Entrance) {
        let server = ServerURL(isSecure: false, host: "127.0.0.1", port: port)
        self.init(
            .success(KubernetesConfiguration(server: server)), entrance: entrance,
            clock: RealClock(), randomness: SeededRandomness())
    }
}

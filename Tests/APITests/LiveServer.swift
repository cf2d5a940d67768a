import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import NIOPosix
import RealWorld
import ServiceLifecycle
import TestSupport
import Wire

/// A server on a socket, as its clients see it.
struct LiveServer: Sendable {
    let port: Int
    let group: ServiceGroup

    func send(
        _ method: HTTPMethod, _ path: String, _ token: String?, body: String? = nil,
        _ headers: [String: String] = [:]
    ) async throws -> HTTPClientResponse {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/api/v1/\(path)")
        request.method = method
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        request.body = body.map { .bytes(ByteBuffer(string: $0)) }
        return try await HTTPClient.shared.execute(request, timeout: .seconds(30))
    }

    /// Sends bytes as they are, and answers all that comes back until the server hangs up.
    func raw(_ text: String) async throws -> String {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: text))
            var answer = ""
            for try await part in inbound { answer += String(buffer: part) }
            return answer
        }
    }

    /// Sends bytes, awaits an answer, and keeps the connection for as long as `body` runs; then
    /// reads on until the server hangs up, or `body` was all there was to do.
    ///
    /// - Parameter body: Gets what sends more bytes, and awaits their answer.
    func hold(
        _ text: String,
        _ body: (_ again: (String) async throws -> Void) async throws -> Void
    ) async throws {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel)
                }
            }
        try await channel.executeThenClose { inbound, outbound in
            var answers = inbound.makeAsyncIterator()
            let again = { (text: String) async throws in
                try await outbound.write(ByteBuffer(string: text))
                var answer = ""
                while !answer.hasSuffix("}"), let part = try await answers.next() {
                    answer += String(buffer: part)
                }
            }
            try await again(text)
            try await body(again)
        }
    }

    func subscribe(_ token: String) async throws -> OperationReply {
        let answer = try await send(.POST, "subscriptions", token, body: Client.notes)
        let body = try await answer.body.collect(upTo: 1 << 20)
        return try JSONDecoder().decode(
            OperationReply.self, from: Data(body.readableBytesView))
    }

    func open(_ path: String, _ token: String) async throws -> EventReader {
        EventReader(body: try await send(.GET, path, token).body.makeAsyncIterator())
    }
}

import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization
package import TestSupport

/// Stands between a program and the real API server, on loopback and without TLS: counts what
/// passes, and does to it what a network can do.
package final class FaultProxy: Sendable {
    /// What becomes of a request; `nil` where it is answered as it should be. The request waits
    /// for the decision.
    package typealias Plan = @Sendable (ModelRequest) async -> Fault?

    typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>
    typealias Outbound = NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>
    private typealias Listener = NIOAsyncChannel<any Channel, Never>

    private struct State {
        var plan: Plan?
        var requests: [ModelRequest] = []
    }

    package let port: Int
    let plane: ControlPlaneProcess
    let client: HTTPClient
    private let state = Mutex(State())

    /// Stands there for as long as `body` does.
    package static func with(
        before plane: ControlPlaneProcess,
        _ body: @Sendable @escaping (FaultProxy) async throws -> Void
    ) async throws {
        let listener = try await listen()
        let proxy = FaultProxy(plane, port: listener.channel.localAddress?.port ?? 0)
        let result = await proxy.run(listener, body)
        try await proxy.client.shutdown()
        try result.get()
    }

    private init(_ plane: ControlPlaneProcess, port: Int) {
        self.plane = plane
        self.port = port
        var configuration = ControlPlaneProcess.trusting
        // Watches hold theirs.
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 4096
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    package var url: String { "http://127.0.0.1:\(port)" }

    /// Every request so far, in the order in which they came.
    package var requests: [ModelRequest] { state.withLock(\.requests) }

    /// From the next request on.
    package func follow(_ plan: Plan?) { state.withLock { $0.plan = plan } }

    /// Notes a request, and decides about it.
    func fault(for request: ModelRequest) async -> Fault? {
        let plan = state.withLock { state in
            state.requests.append(request)
            return state.plan
        }
        return await plan?(request)
    }
}

extension FaultProxy {
    private static func listen() async throws -> Listener {
        try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.autoRead, value: false)
            .bind(host: "127.0.0.1", port: 0) { $0.eventLoop.makeSucceededFuture($0) }
    }

    /// Until `body` ends.
    private func run(
        _ listener: Listener, _ body: @Sendable @escaping (FaultProxy) async throws -> Void
    ) async -> Result<Void, any Error> {
        await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.serve(listener) }
            group.addTask { try await body(self) }
            let result = await group.nextResult() ?? .success(())
            group.cancelAll()
            return result
        }
    }

    private func serve(_ listener: Listener) async throws {
        try await listener.executeThenClose { connections in
            try await withThrowingDiscardingTaskGroup { group in
                for try await connection in connections {
                    group.addTask { await self.converse(over: connection) }
                }
            }
        }
    }

    /// What breaks the connection ends it; whoever is gone need not be answered.
    private func converse(over channel: any Channel) async {
        do {
            // Not before somebody takes it over: one that is never taken over must not be made.
            let connection = try await channel.eventLoop.submit {
                try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                return try Connection(wrappingChannelSynchronously: channel)
            }.get()
            try await connection.executeThenClose { inbound, outbound in
                try await channel.setOption(.autoRead, value: true).get()
                var parts = inbound.makeAsyncIterator()
                while let request = try await Passenger(reading: &parts) {
                    try await answer(request, to: outbound)
                }
            }
        } catch {
            try? await channel.close()
        }
    }
}

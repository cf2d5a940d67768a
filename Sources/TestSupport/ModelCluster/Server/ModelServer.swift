package import Domain
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization
package import Wire

/// A `ModelCluster` that answers HTTP on loopback, streams watches, and errs when told to.
package final class ModelServer: Sendable {
    /// A watch whose connection is open.
    struct Listener {
        var watch: ModelWatch
        var channel: any Channel
    }

    struct State {
        var cluster: ModelCluster
        var faults: [ModelFault] = []
        var requests: [ModelRequest] = []
        var listeners: [Int: Listener] = [:]
        var nextListener = 0
        /// Whether events wait until they are released.
        var holdsEvents = false
        /// Whether the next event breaks off in its middle.
        var breaksNextEvent = false
    }

    /// Every request, as it comes.
    package let heard: AsyncStream<ModelRequest>
    /// One element for each watch that begins or ends: how many are open now.
    package let watching: AsyncStream<Int>
    package let port: Int
    let state: Mutex<State>
    private let channel: any Channel
    private let token: String?
    private let now: @Sendable () -> Instant
    private let report: AsyncStream<ModelRequest>.Continuation
    let watchers: AsyncStream<Int>.Continuation

    /// - Parameter token: What a client must bear, where not everybody is let in.
    package init(
        _ cluster: ModelCluster = ModelCluster(), token: String? = nil,
        now: @escaping @Sendable () -> Instant = { Instant(Date()) }
    ) async throws {
        state = Mutex(State(cluster: cluster))
        self.token = token
        self.now = now
        (heard, report) = AsyncStream.makeStream()
        (watching, watchers) = AsyncStream.makeStream()
        let door = ModelDoor()
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(ModelHandler(door))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
        door.open(to: self)
    }

    package var url: String { "http://127.0.0.1:\(port)" }

    /// Every request so far, in order.
    package var requests: [ModelRequest] { state.withLock(\.requests) }

    /// How many requests so far were to change something.
    package var writes: Int { requests.filter(\.isWrite).count }

    /// Looks at the cluster, or changes it as if by other clients; watches hear of it.
    package func withCluster<Result: Sendable>(
        _ body: (inout ModelCluster) throws -> Result
    ) rethrows -> Result {
        try state.withLock { state in
            defer { deliver(&state) }
            return try body(&state.cluster)
        }
    }

    /// Asks without HTTP, and without being noted.
    @discardableResult
    package func ask(
        _ method: String, _ target: String, _ body: JSONValue? = nil, contentType: String? = nil
    ) -> ModelAnswer {
        let request = ModelRequest(method, target, json: body, contentType: contentType)
        return withCluster { [now] cluster in
            cluster.answer(request, now: now(), newUID: Self.newUID)
        }
    }

    package func inject(_ fault: ModelFault) { state.withLock { $0.faults.append(fault) } }

    package func close() async throws {
        endWatches()
        try await channel.close()
        report.finish()
        watchers.finish()
    }

    /// What to do with a request that has come in.
    func reply(to request: ModelRequest, authorization: String?) -> Reply {
        report.yield(request)
        return state.withLock { state in
            state.requests.append(request)
            if let token, authorization != "Bearer \(token)" {
                return .answer(.refusal(401))
            }
            let fault = state.popFault(for: request)
            if let reply = Self.reply(for: fault) { return reply }
            if request.isWatch {
                return Self.watch(request, state.cluster)
            }
            let answer = state.cluster.answer(request, now: now(), newUID: Self.newUID)
            deliver(&state)
            return fault == .dropAfter ? .drop : .answer(answer)
        }
    }

    private static func watch(_ request: ModelRequest, _ cluster: ModelCluster) -> Reply {
        switch cluster.watch(request) {
        case .success(let watch): .stream(watch)
        case .failure(let error): .answer(error.answer)
        }
    }

    private static func reply(for fault: ModelFault.Act?) -> Reply? {
        switch fault {
        case .refuse(let code, let retryAfter):
            .answer(.refusal(code, retryAfter: retryAfter))
        case .dropBefore: .drop
        case .dropAfter, nil: nil
        }
    }

    private static func newUID() -> String { UUID().uuidString.lowercased() }
}

extension ModelServer {
    /// What a connection does about a request.
    enum Reply {
        case answer(ModelAnswer)
        case stream(ModelWatch)
        case drop
    }
}

extension ModelServer.State {
    mutating func popFault(for request: ModelRequest) -> ModelFault.Act? {
        guard let index = faults.firstIndex(where: { $0.matches(request) }) else { return nil }
        let act = faults[index].act
        faults[index].times -= 1
        if faults[index].times <= 0 { faults.remove(at: index) }
        return act
    }
}

import Foundation
import RealWorld
import TestSupport
import Testing
import Wire

/// An installation with a service in a cluster, whose every request passes a proxy; and a node
/// that runs what it makes.
struct Stage: Sendable {
    let install: Install
    let cluster: Cluster
    let proxy: FaultProxy
    let node: PlayedNode
    let namespace: String
    /// Moves the server's clock, by so many days so far.
    private let clock: URL
    private var days = 0
    private let options: [String]
    private(set) var server: Server
    private(set) var customer: Visitor
    private(set) var admin: Visitor
    /// The subscription that the deeds are done to.
    var subject: SubscriptionReply
    /// Whether what is given up is to be destroyed at once; else it is kept for days.
    var isHasty: Bool

    /// Runs `body` with a service that runs.
    ///
    /// - Parameters:
    ///   - options: Of the server; those that come later win.
    ///   - isHasty: Whether what is given up is destroyed after a second.
    ///   - plan: What becomes of requests, from the first on.
    static func with(
        _ options: [String] = [], isHasty: Bool = false, _ plan: FaultProxy.Plan? = nil,
        _ body: @Sendable @escaping (inout Stage) async throws -> Void
    ) async throws {
        try await Install.with(on: .cluster) { install in
            let plane = try await ControllerProcess.shared().plane
            try await FaultProxy.with(before: plane) { proxy in
                let cluster = try await Cluster(for: install, through: proxy)
                proxy.follow(plan)
                let result = await Result.of {
                    let stage = try await Stage(
                        install, cluster, proxy, isHasty: isHasty, options)
                    try await stage.run(body)
                }
                await cluster.client.close()
                try result.get()
            }
        }
    }

    private init(
        _ install: Install, _ cluster: Cluster, _ proxy: FaultProxy, isHasty: Bool,
        _ options: [String]
    ) async throws {
        (self.install, self.cluster, self.proxy) = (install, cluster, proxy)
        self.isHasty = isHasty
        clock = install.folder.appending(path: "clock")
        self.options =
            cluster.options + [
                "--service-ports", Self.ports(of: install), "--destructions-per-hour", "10000",
                "--clock-shift", clock.path(), "--clock-tolerance", "31d", "--sweep-interval", "1s",
                "--catalog", try install.catalogWithLargerMemory(),
                "--undo-window", isHasty ? "1s" : "72h",
            ] + options
        server = try await install.serve(self.options)
        (customer, admin) = try await (install.customer(of: server), install.admin(of: server))
        // A login would not outlast a long test.
        try await customer.hold("operate")
        try await admin.hold("admin")
        let begun: OperationReply = try await customer.send(
            .POST, "subscriptions", json: Visitor.isso
        ).read()
        subject = try await customer.subscription(begun.subscriptionId)
        namespace = try cluster.namespace(of: subject)
        node = PlayedNode(of: cluster.plane, cluster.client, in: namespace)
    }

    /// All services of a cluster share the ports of its nodes; those from 31,000 are others'.
    private static func ports(of install: Install) -> String {
        let place = (install.ports.lowerBound - 26_000) / 10 % 10
        let first = 30_000 + 100 * place
        return "\(first)-\(first + 99)"
    }

    private func run(
        _ body: @Sendable @escaping (inout Stage) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [node] in await node.play() }
            group.addTask {
                var stage = self
                try await stage.settle(.subscribe)
                try await body(&stage)
            }
            // Whichever ends first: the node never does by itself.
            try await group.next()
            group.cancelAll()
        }
    }

    /// Lets the windows end of all that is kept for an undo.
    mutating func letWindowsEnd() throws {
        days += 4
        try Data("\(days)d\n".utf8).write(to: clock)
    }

    /// Starts the server anew, after it has ended.
    mutating func comeBack() async throws {
        server = try await install.serve(options)
        customer.server = server.url
        admin.server = server.url
    }
}

extension Visitor {
    /// From now on it shows a token of this scope.
    fileprivate mutating func hold(_ scope: String) async throws {
        let reply: TokenReply = try await send(
            .POST, "me/tokens", json: TokenBody(name: scope, scope: scope)
        ).read()
        token = reply.secret
    }
}

extension Result where Success == Void, Failure == any Error {
    fileprivate static func of(_ body: () async throws -> Void) async -> Self {
        do {
            return .success(try await body())
        } catch {
            return .failure(error)
        }
    }
}

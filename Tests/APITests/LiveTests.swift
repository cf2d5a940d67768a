import API
import AsyncHTTPClient
import Domain
import FoundationEssentials
import Hummingbird
import NIOCore
import ServiceLifecycle
import Testing
import Wire

/// What only shows on a real socket.
@Suite(.timeLimit(.minutes(1)))
struct LiveTests {
    /// Serves until `body` is done, then shuts down as on SIGTERM, and waits for the end.
    private func serve(
        _ world: World, limits: ConnectionLimits = ConnectionLimits(),
        patience: Duration? = nil, _ body: @Sendable @escaping (LiveServer) async throws -> Void
    ) async throws {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let application = world.router.application(
            at: .hostname("127.0.0.1", port: 0), limits: limits, logger: world.log.logger
        ) { port.yield($0 ?? 0) }
        var configuration = ServiceGroupConfiguration(
            services: [application], logger: world.log.logger)
        if let patience { configuration.limitShutdown(to: patience) }
        let group = ServiceGroup(configuration: configuration)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let number = try #require(await ports.first { _ in true })
            try await body(LiveServer(port: number, group: group))
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    @Test func aStreamIsToldAsThingsHappenAndKeptAlive() async throws {
        let world = try await World()
        let token = try await world.login()
        try await serve(world) { server in
            let made = try await server.subscribe(token)
            var events = try await server.open("operations/\(made.id)/events", token)
            #expect(try await events.next()?.hasPrefix("event: state\n") == true)
            #expect(await world.clock.events.first { _ in true } == .sleeps(.seconds(15)))
            world.clock.advance(by: .seconds(15))
            #expect(try await events.next() == ": heartbeat")
            try await world.tell("one", of: made.id)
            #expect(try await events.next()?.hasPrefix("id: 1\nevent: step\n") == true)
            try await world.end(made.id)
            #expect(try await events.next()?.hasPrefix("event: end\n") == true)
            #expect(try await events.next() == nil)
        }
    }

    @Test func openStreamsDoNotHoldUpAShutdown() async throws {
        let world = try await World()
        let token = try await world.login()
        try await serve(world) { server in
            let made = try await server.subscribe(token)
            var events = try await server.open("operations/\(made.id)/events", token)
            #expect(try await events.next()?.hasPrefix("event: state\n") == true)
            await server.group.triggerGracefulShutdown()
            #expect(try await events.next() == nil)
        }
    }

    @Test func followedLogsDoNotHoldUpAShutdown() async throws {
        var world = try await World()
        world.printed = [LogLine(stream: .output, at: nil, text: "one\n\n")]
        world.printsOn = true
        let token = try await world.login()
        try await serve(world) { server in
            let made = try await server.subscribe(token)
            let answer = try await server.send(
                .GET, "subscriptions/\(made.instance)/logs?follow=true", token)
            var body = answer.body.makeAsyncIterator()
            let first = try await body.next()
            #expect(first.map { String(buffer: $0) }?.hasSuffix("}\n") == true)
            await server.group.triggerGracefulShutdown()
            #expect(try await body.next() == nil)
        }
    }

    @Test func aBodyThatBreaksOffIsRefused() async throws {
        let world = try await World()
        try await serve(world) { server in
            let head = "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\n"
            let answer = try await server.raw(
                head + "Transfer-Encoding: chunked\r\n\r\nnot a size\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
            #expect(answer.contains("/problems/malformed"), "\(answer)")
            #expect(try await server.raw("nonsense\r\n\r\n").hasPrefix("HTTP/1.1 400 "))
            let health = try await server.send(.GET, "me", nil)
            #expect(health.status == .unauthorized)
        }
    }

    @Test(arguments: [
        "", "GET /health HT", "POST /api/v1/auth/login HTTP/1.1\r\nContent-Length: 9\r\n\r\n{",
    ])
    func whoStaysSilentIsHungUpOn(beginning: String) async throws {
        let world = try await World()
        try await serve(world, limits: ConnectionLimits(silence: .milliseconds(50))) { server in
            // It comes back: there is nothing to be heard, or not even time to speak.
            _ = try? await server.raw(beginning)
        }
    }

    @Test func aStreamMayBeSilentForLonger() async throws {
        let world = try await World()
        let token = try await world.login()
        // Long enough that a busy machine does not take the questions themselves for silence.
        try await serve(world, limits: ConnectionLimits(silence: .seconds(3))) { server in
            let made = try await server.subscribe(token)
            var events = try await server.open("operations/\(made.id)/events", token)
            #expect(try await events.next()?.hasPrefix("event: state\n") == true)
            // By then, the patience that others get is over.
            _ = try? await server.raw("GET")
            try await world.tell("one", of: made.id)
            #expect(try await events.next()?.hasPrefix("id: 1\nevent: step\n") == true)
        }
    }

    /// What is sent along with a question for a stream is read, and nobody minds it.
    @Test func anEndlessQuestionDoesNotHoldUpAShutdown() async throws {
        let world = try await World()
        let token = try await world.login()
        try await serve(world) { server in
            let made = try await server.subscribe(token)
            let head = """
                GET /api/v1/operations/\(made.id)/events HTTP/1.1\r
                Authorization: Bearer \(token)\r
                Transfer-Encoding: chunked\r
                \r

                """
            let chunk = "1000\r\n" + String(repeating: "x", count: 0x1000) + "\r\n"
            async let answer = server.raw(head + String(repeating: chunk, count: 1024))
            #expect(await world.clock.events.first { _ in true } == .sleeps(.seconds(15)))
            await server.group.triggerGracefulShutdown()
            // What was still on its way may be cut off.
            _ = try? await answer
        }
    }

    @Test func whoIsShutOutIsToldNoMore() async throws {
        var world = try await World()
        let (tap, print) = AsyncThrowingStream.makeStream(of: LogLine.self)
        world.tap = tap
        let token = try await world.login()
        try await serve(world) { [world] server in
            let made = try await server.subscribe(token)
            var events = try await server.open("operations/\(made.id)/events", token)
            #expect(try await events.next()?.hasPrefix("event: state\n") == true)
            #expect(await world.clock.events.first { _ in true } == .sleeps(.seconds(15)))
            print.yield(LogLine(stream: .output, at: nil, text: "before"))
            let path = "subscriptions/\(made.instance)/logs?follow=true"
            var lines = try await server.send(.GET, path, token).body.makeAsyncIterator()
            #expect(try await lines.next() != nil)
            try await world.disable("ann")
            world.clock.advance(by: .seconds(15))
            #expect(try await events.next() == nil)
            print.yield(LogLine(stream: .output, at: nil, text: "after"))
            #expect(try await lines.next() == nil)
        }
    }

    @Test func waitingDoesNotHoldUpAShutdown() async throws {
        let world = try await World()
        let token = try await world.login()
        try await serve(world) { server in
            async let answer = server.send(
                .POST, "subscriptions", token, body: Client.notes, ["Prefer": "wait=60"])
            #expect(await world.clock.events.first { _ in true } == .sleeps(.seconds(60)))
            await server.group.triggerGracefulShutdown()
            let status = try await answer.status
            #expect(status == .accepted)
        }
    }

    @Test func aDepartedClientEndsItsStream() async throws {
        let world = try await World()
        let token = try await world.login()
        try await serve(world) { server in
            let made = try await server.subscribe(token)
            await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    var events = try await server.open("operations/\(made.id)/events", token)
                    while try await events.next() != nil {}
                }
                #expect(await world.clock.events.first { _ in true } == .sleeps(.seconds(15)))
                group.cancelAll()
            }
            #expect(await world.clock.events.first { _ in true } == .givesUp)
        }
    }

    /// Whoever is in the middle of a question, and never ends it.
    @Test func anUnfinishedQuestionHoldsUpAShutdownForSoLongOnly() async throws {
        let world = try await World()
        let patient = ConnectionLimits(silence: .seconds(3600))
        try await serve(world, limits: patient, patience: .milliseconds(50)) { server in
            let half = "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{"
            try await server.hold("GET /health HTTP/1.1\r\nHost: x\r\n\r\n" + half) { _ in
                await server.group.triggerGracefulShutdown()
            }
        }
        var configuration = ServiceGroupConfiguration(
            services: [any Service](), logger: world.log.logger)
        configuration.limitShutdown()
        #expect(configuration.maximumGracefulShutdownDuration == .seconds(10))
    }

    /// The one connection that there may be goes on, and the next waits for its end.
    @Test func oneConnectionTooManyWaits() async throws {
        let world = try await World()
        let limits = ConnectionLimits(silence: .seconds(3600), count: 1)
        try await serve(world, limits: limits) { server in
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                try await server.hold(Self.ask("held") + "\r\n") { again in
                    tasks.addTask {
                        let answer = try await server.raw(
                            Self.ask("waiting") + "Connection: close\r\n\r\n")
                        #expect(answer.hasPrefix("HTTP/1.1 200 "))
                    }
                    for _ in 1...100 { try await again(Self.ask("held") + "\r\n") }
                }
                try await tasks.waitForAll()
            }
        }
        let order = world.log.lines.compactMap { $0.metadata["request"]?.description }
        #expect(order.filter { $0 == "held" }.count == 101)
        #expect(order.last == "waiting" && order.count { $0 == "waiting" } == 1)
    }

    private static func ask(_ id: String) -> String {
        "GET /health HTTP/1.1\r\nHost: x\r\nX-Request-Id: \(id)\r\n"
    }

    @Test func aLargeBodyDoesNotBreakTheServer() async throws {
        let world = try await World()
        try await serve(world) { server in
            let large = String(repeating: " ", count: 100 * 1024)
            let answer = try await server.send(
                .POST, "auth/login", nil, body: large, ["X-Request-Id": "big"])
            #expect(answer.status == .payloadTooLarge)
            let health = try await server.send(.GET, "me", nil)
            #expect(health.status == .unauthorized)
        }
    }
}

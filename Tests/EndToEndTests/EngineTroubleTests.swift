import NIOCore
import NIOPosix
import RealWorld
import TestSupport
import Testing
import Wire

/// When the daemon is away, has no such image, or cannot have a port.
@Suite(.needsDocker, .needsIsso, .inInstall(within: .seconds(600)))
struct EngineTroubleTests {
    @Test func wishesAreKeptWhileTheEngineIsAway() async throws {
        try await Install.with { install in
            let socket = install.folder.appending(path: "nowhere.sock").path()
            let blind = try await install.serve(environment: ["DOCKER_HOST": "unix://\(socket)"])
            var customer = try await install.customer(of: blind)
            let reply = try await customer.send(.POST, "subscriptions", json: Visitor.isso)
            #expect(reply.status == 202)
            let begun: OperationReply = try reply.read()
            let seen = try await eventually("Nobody says that the engine is away.") {
                let seen = try await customer.subscription(begun.subscriptionId)
                return seen.instance.engine?.state == "unreachable" ? seen : nil
            }
            #expect(seen.instance.engine?.since != nil)
            #expect(seen.instance.engine?.detail?.contains(socket) == true)
            #expect(seen.instance.volumeStatus == "Pending")
            #expect(try await blind.run.terminate() == 0)

            let server = try await install.serve()
            customer.server = server.url
            try await customer.succeeded(begun.id)
            let made = try await customer.subscription(begun.subscriptionId)
            #expect(made.instance.status == "RUNNING")
            #expect(made.instance.engine?.state == "reachable")
            try await install.expectAccounted([made])
        }
    }

    @Test func aMissingImageIsToldInTheEnginesWordsAndTriedAgain() async throws {
        try await Install.with { install in
            let server = try await install.serve([
                "--catalog", install.catalogWithMissingImage(),
            ])
            let customer = try await install.customer(of: server)
            let begun: OperationReply = try await customer.send(
                .POST, "subscriptions", json: SubscriptionBody.missingImage
            ).read()
            let pull = "pull image \(Install.missingImage)"
            let tried = try await eventually("It is not tried again.") {
                let operation = try await customer.operation(begun.id)
                let words = operation.message?.contains("connection refused") == true
                let tries = operation.steps.count { $0.text == pull }
                return words && tries > 2 ? operation : nil
            }
            #expect(tried.state == "running")
            #expect(tried.message?.contains("Image \(Install.missingImage) could not be") == true)
            #expect(tried.message?.hasSuffix("It will be tried again.") == true)
            let seen = try await eventually("The service does not say why.") {
                // While it is tried once more, there is nothing to say.
                let seen = try await customer.subscription(begun.subscriptionId)
                return seen.instance.message?.contains("connection refused") == true ? seen : nil
            }
            #expect(seen.instance.status == "PENDING")
            #expect(seen.operation?.id == begun.id)
            let busy = try await customer.send(.POST, "subscriptions/\(seen.id)/stop")
            #expect(busy.status == 409)
            #expect(try busy.read(Problem.self).operationId == begun.id)
        }
    }

    @Test func aTakenPortIsLeftToWhoeverHasIt() async throws {
        try await Install.with { install in
            let taken = install.ports.lowerBound
            let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .bind(host: "127.0.0.1", port: taken).get()
            let server = try await install.serve()
            let customer = try await install.customer(of: server)
            let made = try await customer.subscribed()
            try await channel.close()
            #expect(made.instance.port != taken)
            #expect(install.ports.contains(made.instance.port))
            let url = try #require(made.instance.url)
            try await Isso.post("stay", to: url)
            #expect(try await Isso.comments(at: url) == ["stay"])
            try await install.expectAccounted([made])
        }
    }
}

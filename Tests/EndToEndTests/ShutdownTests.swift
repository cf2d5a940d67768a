import AsyncHTTPClient
import RealWorld
import TestSupport
import Testing
import Wire

/// A server that is told to end does so, whoever is listening to it.
@Suite(.needsDocker, .needsIsso, .inInstall(within: .seconds(600)))
struct ShutdownTests {
    @Test func openStreamsHoldNobodyUp() async throws {
        try await Install.with { install in
            let server = try await install.serve([
                "--catalog", install.catalogWithMissingImage(),
            ])
            let customer = try await install.customer(of: server)
            let made = try await customer.subscribed()
            let before = try await install.container(of: made)
            async let waiting = customer.send(
                .POST, "subscriptions", json: SubscriptionBody.missingImage,
                ["Prefer": "wait=60"])
            let endless = try await eventually("Nothing is begun.") {
                let operations: PageReply<OperationReply> = try await customer.get("operations")
                return operations.items.first { $0.instance.hasPrefix("nope-") }
            }
            let story = try await customer.open(.GET, "operations/\(endless.id)/events")
            var events = EventReader(body: story.body.makeAsyncIterator())
            _ = try #require(try await events.next())
            let logs = try await customer.open(
                .GET, "subscriptions/\(made.id)/logs?follow=true&tail=0")
            async let rest: Int = logs.body.reduce(0) { $0 + $1.readableBytes }

            #expect(try await server.run.terminate() == 0)
            while try await events.next() != nil {}
            _ = try await rest
            #expect(try await waiting.status == 202)
            let after = try await install.container(of: made)
            #expect(after.id == before.id)
            #expect(after.state.status == "running")
        }
    }
}

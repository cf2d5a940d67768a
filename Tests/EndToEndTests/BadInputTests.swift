import Foundation
import RealWorld
import TestSupport
import Testing
import Wire

/// What cannot be understood is refused over the wire, with nothing begun.
@Suite(.needsDocker, .needsIsso, .inInstall(within: .seconds(600)))
struct BadInputTests {
    @Test func whatCannotBeUnderstoodIsRefused() async throws {
        try await Install.with { install in
            let server = try await install.serve()
            let customer = try await install.customer(of: server)
            let large = #"{"service":"\#(String(repeating: "x", count: 70_000))"}"#
            try await expect(413, "too-large", large, customer)
            try await expect(400, "malformed", #"{"service": "isso", }"#, customer)
            try await expect(400, "malformed", "", customer)
            try await expect(422, "invalid", #"{"service":"isso","variant":"Huge"}"#, customer)
            try await expect(422, "invalid", #"{"service":"moon","variant":"Free"}"#, customer)
            try await expect(
                422, "invalid", #"{"service":"isso","variant":"Free","size":"1Gi"}"#, customer)
            try await expect(401, "unauthenticated", "{}", server.visitor)
            let list: PageReply<OperationReply> = try await customer.get("operations")
            #expect(list.items.isEmpty)
        }
    }

    @Test func aRepeatedRequestIsDoneOnce() async throws {
        try await Install.with { install in
            let socket = install.folder.appending(path: "nowhere.sock").path()
            let server = try await install.serve(environment: ["DOCKER_HOST": "unix://\(socket)"])
            let customer = try await install.customer(of: server)
            let key = ["Idempotency-Key": "once"]
            let body = #"{"service":"isso","variant":"Free"}"#
            let first = try await customer.send(.POST, "subscriptions", body, key)
            let second = try await customer.send(.POST, "subscriptions", body, key)
            #expect(first.status == 202)
            #expect(
                try first.read(OperationReply.self).id == second.read(OperationReply.self).id)
            let other = try await customer.send(
                .POST, "subscriptions", #"{"service":"isso","variant":"Basic"}"#, key)
            #expect(other.status == 422)
            #expect(try other.read(Problem.self).type == "/problems/idempotency-mismatch")
            let list: PageReply<SubscriptionReply> = try await customer.get("subscriptions")
            #expect(list.items.count == 1)
        }
    }

    private func expect(
        _ status: Int, _ slug: String, _ body: String, _ visitor: Visitor,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let reply = try await visitor.send(.POST, "subscriptions", body)
        #expect(reply.status == status, "\(reply.text)", sourceLocation: sourceLocation)
        #expect(reply.type == "application/problem+json", sourceLocation: sourceLocation)
        let problem: Problem = try reply.read()
        #expect(problem.type == "/problems/\(slug)", sourceLocation: sourceLocation)
        #expect(problem.detail?.isEmpty == false, sourceLocation: sourceLocation)
    }
}

import RealWorld
import TestSupport
import Testing
import Wire

/// A service whose data outlives its container: the main job, by the real program, on a real
/// daemon, with a service that nobody here wrote.
@Suite(.needsDocker, .needsIsso, .inInstall(within: .seconds(600)))
struct MainJobTests {
    @Test func dataOutlivesEverythingThatWasNotConfirmed() async throws {
        try await Install.with { install in
            let server = try await install.serve()
            let customer = try await install.customer(of: server)
            let made = try await expectMade(customer)
            let url = try #require(made.instance.url)
            try await Isso.post("stay", to: url)

            let before = try await install.container(of: made)
            try await customer.order(.restart, made.id)
            let after = try await install.container(of: made)
            #expect(after.id == before.id)
            #expect(after.state.startedAt != before.state.startedAt)
            #expect(try await Isso.comments(at: url) == ["stay"])

            let stopped = try await customer.order(.stop, made.id)
            #expect(stopped.instance.status == "STOPPED")
            #expect(try await install.container(of: stopped).state.status == "exited")
            try await customer.order(.start, made.id)
            #expect(try await Isso.comments(at: url) == ["stay"])

            try await expectRefusedReset(made, customer)
            #expect(try await Isso.comments(at: url) == ["stay"])
            let reset = try await customer.order(.reset, made.id, confirm: made.instance.name)
            #expect(try await Isso.comments(at: url) == [])
            try await install.expectAccounted([reset])
            let undone = try await customer.order(.undo, made.id)
            #expect(try await Isso.comments(at: url) == ["stay"])
            try await install.expectAccounted([undone])
        }
    }

    /// The answer is held back until the service runs.
    private func expectMade(_ customer: Visitor) async throws -> SubscriptionReply {
        let reply = try await customer.send(
            .POST, "subscriptions", json: Visitor.isso, ["Prefer": "wait=60"])
        #expect(reply.status == 200)
        let operation: OperationReply = try reply.read()
        #expect(operation.state == "succeeded", "\(operation)")
        let made = try await customer.subscription(operation.subscriptionId)
        #expect(made.status == "ACTIVE")
        #expect(made.instance.status == "RUNNING")
        #expect(made.instance.volumeStatus == "Bound")
        return made
    }

    /// Without the name, or with another, nothing happens but that the name is told.
    private func expectRefusedReset(
        _ service: SubscriptionReply, _ customer: Visitor
    ) async throws {
        let name = service.instance.name
        for body in [ConfirmBody(), ConfirmBody(confirm: "yes"), ConfirmBody(confirm: "\(name) ")] {
            let reply = try await customer.send(
                .POST, "subscriptions/\(service.id)/reset-pod", json: body)
            let problem: Problem = try reply.read()
            #expect(reply.status == 422)
            #expect(reply.type == "application/problem+json")
            #expect(problem.type == "/problems/confirmation")
            #expect(problem.expected == name)
        }
    }
}

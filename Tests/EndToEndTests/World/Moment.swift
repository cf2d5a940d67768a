import AsyncHTTPClient
import DockerAPI
import RealWorld
import TestSupport
import Testing
import Wire

/// When, in the middle of a verb, Holdfast is killed: right after something that can be seen.
enum Moment: CaseIterable {
    /// The wish is recorded, as the answer says.
    case answered
    /// The first step is about to be taken.
    case firstStep
    /// The second line of the story is told: another step, or the end.
    case secondStep
    /// The engine has done the first thing, and Holdfast may not have heard of it.
    case firstAct
    /// A process of the service has begun, or has ended for good.
    case lastAct

    /// Sends the verb, and returns what it answered once the moment has come.
    func begin(
        _ verb: Verb, at docker: DockerClient, by customer: Visitor,
        send: () async throws -> OperationReply
    ) async throws -> OperationReply {
        // Opened before, so that nothing is missed.
        let events = try await docker.events(Filters(["type": ["container", "volume"]]))
        let begun = try await send()
        switch self {
        case .answered: break
        case .firstStep: try await read(steps: 1, of: begun, by: customer)
        case .secondStep: try await read(steps: 2, of: begun, by: customer)
        case .firstAct:
            try await read(events, of: begun, ["create", "die", "kill", "start"])
        case .lastAct:
            try await read(events, of: begun, verb == .stop ? ["die"] : ["start"])
        }
        return begun
    }

    private func read(
        steps count: Int, of operation: OperationReply, by customer: Visitor
    ) async throws {
        let response = try await customer.open(.GET, "operations/\(operation.id)/events")
        var reader = EventReader(body: response.body.makeAsyncIterator())
        while let event = try await reader.next() {
            if event.hasPrefix("id: \(count)\n") { return }
        }
        Issue.record("The story of \(operation.kind) ended before line \(count).")
    }

    /// Other installations use the same daemon.
    private func read(
        _ events: DockerStream<JSONLines<EngineEvent>>, of operation: OperationReply,
        _ actions: [String]
    ) async throws {
        while let event = try await events.next() {
            let subject = event.subject?.attributes?["name"] ?? event.subject?.id ?? ""
            if subject.contains(operation.instance), actions.contains(event.action ?? "") {
                return
            }
        }
        Issue.record("The daemon's events ended before \(operation.kind) did anything.")
    }
}

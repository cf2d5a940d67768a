import Domain
import Hummingbird
import Operations
import ServiceLifecycle
import Wire

/// Answers requests that began an operation: at once, or, if the client prefers, at its end.
struct OperationAnswers: Sendable {
    let plane: ControlPlane
    let clock: any WallClock

    /// 202 while the operation is under way, 200 once it has ended, however it ended.
    func response(
        _ operation: Operation, to request: Request, by actor: Domain.Actor
    ) async throws -> Response {
        let seconds = request.preferredWait
        if let seconds { try await wait(for: operation.id, seconds, actor) }
        let view = try await plane.operation(actor, operation.id)
        let isEnded = seconds != nil && view.operation.state.isEnded
        var response = try JSONReply<Never>.response(
            OperationReply(view), status: isEnded ? .ok : .accepted)
        response.headers[.location] = "/api/v1/operations/\(operation.id)"
        if let seconds { response.headers[FieldName.preferenceApplied] = "wait=\(seconds)" }
        return response
    }

    /// Returns when the operation has ended, the time is over, or the program is to stop.
    private func wait(for id: OperationID, _ seconds: Int, _ actor: Domain.Actor) async throws {
        let changes = plane.changes().cancelOnGracefulShutdown()
        // Only after the first look could a change be missed, and from before it they are heard.
        if try await hasEnded(id, actor) { return }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await clock.sleep(for: .seconds(seconds)) }
            group.addTask {
                for await change in changes where change == .operation(id) {
                    if try await hasEnded(id, actor) { return }
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func hasEnded(_ id: OperationID, _ actor: Domain.Actor) async throws -> Bool {
        try await plane.operation(actor, id).operation.state.isEnded
    }
}

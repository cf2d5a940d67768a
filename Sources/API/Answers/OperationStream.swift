import Domain
import Hummingbird
import Operations
import ServiceLifecycle
import Wire

/// The story of one operation as server-sent events.
///
/// `step` carries an `OperationStepReply` and has its sequence as id; `state` and `end` carry an
/// `OperationReply` without steps. The stream ends with the operation, when the client leaves,
/// or when the program is to stop; then the client goes on after the last step it has.
struct OperationStream: Sendable {
    /// How long the stream may be silent.
    private static let heartbeat = Duration.seconds(15)

    let plane: ControlPlane
    let clock: any WallClock
    let caller: Caller
    let id: OperationID

    func response(to request: Request) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/event-stream"],
            body: .untilClientLeaves(request) { writer in
                try await tell(after: request.lastEventID, to: &writer)
            })
    }

    private func tell(after sequence: Int, to writer: inout any ResponseBodyWriter) async throws {
        let changes = plane.changes()
        // A wake is only a reason to look, so one that waits stands for any number.
        let (wakes, wake) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        wake.yield()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for await change in changes where change == .operation(id) { wake.yield() }
            }
            group.addTask {
                while true {
                    try await clock.sleep(for: Self.heartbeat)
                    wake.yield()
                }
            }
            defer { group.cancelAll() }
            var vigil = Vigil(over: caller, plane: plane, clock: clock)
            var story = OperationStory(told: sequence)
            for await _ in wakes.cancelOnGracefulShutdown() {
                try await vigil.keep()
                let view = try await plane.operation(caller.actor, id)
                let news = story.news(in: view)
                for event in news { try await writer.write(try event.bytes()) }
                if news.isEmpty { try await writer.write(ServerSentEvent.heartbeat) }
                if view.operation.state.isEnded { return }
            }
        }
    }
}

extension Request {
    /// Where an event stream was interrupted; 0 begins at the beginning.
    fileprivate var lastEventID: Int { headers[FieldName.lastEventID].flatMap { Int($0) } ?? 0 }
}

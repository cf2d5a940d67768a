import Domain
import Hummingbird
import Operations
import Wire

/// `/api/v1/admin/pods/:id`: an admin's hand on anybody's service. Its owner is told of whatever
/// takes data away.
struct PodRoutes {
    let plane: ControlPlane
    let reader: RequestReader
    let answers: OperationAnswers

    func add(to pod: RouterGroup<CallerContext>) {
        pod.post("reset") { request, context in
            let asked = try await reader.read(
                ConfirmBody.self, or: ConfirmBody(), from: request, by: context)
            let operation = try await plane.reset(
                asked.context, context.parameter(), confirm: asked.body.confirm)
            return try await answers.response(operation, to: request, by: context.caller.actor)
        }
        pod.post("action") { request, context in
            let asked = try await reader.read(ActionBody.self, from: request, by: context)
            let operation = try await perform(asked, on: context.parameter())
            return try await answers.response(operation, to: request, by: context.caller.actor)
        }
    }

    private func perform(
        _ asked: Asked<ActionBody>, on id: String
    ) async throws -> Operation {
        guard let action = PodAction(rawValue: asked.body.action) else {
            let known = PodAction.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal.invalid(
                field: "action", why: "“\(asked.body.action)” does not exist; there are: \(known)")
        }
        switch action {
        case .restart: return try await plane.restart(asked.context, id)
        case .stop: return try await plane.stop(asked.context, id)
        case .start: return try await plane.start(asked.context, id)
        case .cancel: return try await plane.cancel(asked.context, id)
        case .resubscribe: return try await plane.resubscribe(asked.context, id)
        case .delete:
            return try await plane.delete(asked.context, id, confirm: asked.body.confirm)
        case .undoDelete: return try await plane.undoDelete(asked.context, id)
        }
    }
}

import Domain
import Hummingbird
import Operations
import Wire

/// `/api/v1/subscriptions/:id/…`: what runs for a subscription, and the verbs on it.
struct InstanceRoutes {
    let plane: ControlPlane
    let reader: RequestReader
    let answers: OperationAnswers
    let logs: LogSource

    func add(to subscription: RouterGroup<CallerContext>) {
        addVerb("restart-pod", to: subscription) { try await plane.restart($0, $1) }
        addVerb("stop", to: subscription) { try await plane.stop($0, $1) }
        addVerb("start", to: subscription) { try await plane.start($0, $1) }
        addVerb("update", to: subscription) { try await plane.update($0, $1) }
        addVerb("rollback", to: subscription) { try await plane.rollback($0, $1) }
        addVerb("undo-reset", to: subscription) { try await plane.undoReset($0, $1) }
        addVerb("cancel", to: subscription) { try await plane.cancel($0, $1) }
        addVerb("resubscribe", to: subscription) { try await plane.resubscribe($0, $1) }
        addVerb("undo-delete", to: subscription) { try await plane.undoDelete($0, $1) }
        addDecisions(to: subscription)
        addReads(to: subscription)
    }

    /// The verbs that want to be told something.
    private func addDecisions(to subscription: RouterGroup<CallerContext>) {
        addConfirmed("reset-pod", to: subscription) {
            try await plane.reset($0, $1, confirm: $2)
        }
        addConfirmed("delete", to: subscription) {
            try await plane.delete($0, $1, confirm: $2)
        }
        subscription.post("change-variant") { request, context in
            let asked = try await reader.read(VariantBody.self, from: request, by: context)
            let operation = try await plane.changeVariant(
                asked.context, context.parameter(), to: asked.body.variant)
            return try await answers.response(operation, to: request, by: context.caller.actor)
        }
    }

    private func addConfirmed(
        _ name: String, to subscription: RouterGroup<CallerContext>,
        order:
            @Sendable @escaping (Domain.RequestContext, String, String?) async throws -> Operation
    ) {
        subscription.post(RouterPath(name)) { request, context in
            let asked = try await reader.read(
                ConfirmBody.self, or: ConfirmBody(), from: request, by: context)
            let operation = try await order(
                asked.context, context.parameter(), asked.body.confirm)
            return try await answers.response(operation, to: request, by: context.caller.actor)
        }
    }

    private func addVerb(
        _ name: String, to subscription: RouterGroup<CallerContext>,
        order:
            @Sendable @escaping (Domain.RequestContext, String) async throws -> Operation
    ) {
        subscription.post(RouterPath(name)) { request, context in
            let asked = try await reader.read(
                EmptyBody.self, or: EmptyBody(), from: request, by: context)
            let operation = try await order(asked.context, context.parameter())
            return try await answers.response(operation, to: request, by: context.caller.actor)
        }
    }

    private func addReads(to subscription: RouterGroup<CallerContext>) {
        subscription.get("instance") { _, context in
            let view = try await plane.subscription(context.caller.actor, context.parameter())
            return JSONReply(InstanceReply(view, address: plane.settings.address))
        }
        subscription.get("events") { request, context in
            let limit = try request.limit()
            let events = try await plane.events(
                context.caller.actor, subscription: context.parameter(),
                before: request.before(), limit: limit)
            return JSONReply(
                PageReply(events, limit: limit, cursor: \.sequence.description) {
                    EventReply($0)
                })
        }
        subscription.get("logs", use: readLogs)
    }

    /// `?tail=` says how many of the last lines; with `?follow=true` the answer goes on.
    @Sendable private func readLogs(
        _ request: Request, _ context: CallerContext
    ) async throws -> Response {
        let tail = try request.number("tail", in: 0...10_000) ?? 100
        let follow = try request.flag("follow")
        let view = try await plane.subscription(context.caller.actor, context.parameter())
        let lines = try await logs(view.instance.id, tail, follow)
        if follow {
            let vigil = Vigil(over: context.caller, plane: plane, clock: answers.clock)
            return LogStream(lines: lines, vigil: vigil).response(to: request)
        }
        var replies: [LogReply] = []
        for try await line in lines { replies.append(LogReply(line)) }
        return try JSONReply<Never>.response(PageReply(items: replies), status: .ok)
    }
}

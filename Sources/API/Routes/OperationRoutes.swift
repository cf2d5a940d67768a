import Domain
import Hummingbird
import Operations
import Wire

/// `/api/v1/operations`: what was asked for, and how far it is.
struct OperationRoutes {
    let plane: ControlPlane
    let clock: any WallClock

    func add(to operations: RouterGroup<CallerContext>) {
        operations.get { request, context in
            let page = try request.page(of: Operation.self)
            let subscription = try request.query("subscription")
            let views = try await plane.operations(
                context.caller.actor, subscription: subscription, page)
            return JSONReply(
                PageReply(views, limit: page.limit, cursor: \.operation.id.rawValue) {
                    OperationReply($0)
                })
        }
        operations.get(":id") { _, context in
            let view = try await plane.operation(
                context.caller.actor, OperationID(context.parameter()))
            return JSONReply(OperationReply(view))
        }
        operations.get(":id/events") { request, context in
            let caller = context.caller
            let view = try await plane.operation(caller.actor, OperationID(context.parameter()))
            return OperationStream(
                plane: plane, clock: clock, caller: caller, id: view.operation.id
            ).response(to: request)
        }
    }
}

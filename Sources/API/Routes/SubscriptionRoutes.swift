import Domain
import Hummingbird
import Operations
import Wire

/// `/api/v1/subscriptions`: making and seeing them, by their id or their instance's name.
struct SubscriptionRoutes {
    let plane: ControlPlane
    let reader: RequestReader
    let answers: OperationAnswers

    func add(to subscriptions: RouterGroup<CallerContext>) {
        subscriptions.get { request, context in
            let page = try request.page(of: Subscription.self)
            let views = try await plane.subscriptions(context.caller.actor, page)
            return JSONReply(
                PageReply(views, limit: page.limit, cursor: \.subscription.id.rawValue) {
                    SubscriptionReply($0, address: plane.settings.address)
                })
        }
        subscriptions.post { request, context in
            let asked = try await reader.read(SubscriptionBody.self, from: request, by: context)
            let operation = try await plane.subscribe(
                asked.context, service: asked.body.service, variant: asked.body.variant)
            return try await answers.response(
                operation, to: request, by: context.caller.actor)
        }
        subscriptions.get(":id") { _, context in
            let view = try await plane.subscription(context.caller.actor, context.parameter())
            return JSONReply(SubscriptionReply(view, address: plane.settings.address))
        }
    }
}

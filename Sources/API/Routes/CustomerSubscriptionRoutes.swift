import Domain
import Hummingbird
import Operations
import Wire

/// `/api/v1/admin/subscriptions`: subscriptions as a payment system, or whoever stands in for one,
/// sees them.
struct CustomerSubscriptionRoutes {
    let plane: ControlPlane
    let reader: RequestReader
    let answers: OperationAnswers

    func add(to subscriptions: RouterGroup<CallerContext>) {
        subscriptions.post { request, context in
            let asked = try await reader.read(
                CustomerSubscriptionBody.self, from: request, by: context)
            let operation = try await plane.subscribe(
                asked.context, service: asked.body.service, variant: asked.body.variant,
                for: UserID(asked.body.customer),
                paidUntil: asked.body.paidUntil.map { try Instant($0, of: "paidUntil") })
            return try await answers.response(operation, to: request, by: context.caller.actor)
        }
        subscriptions.post(":id/renew") { request, context in
            let asked = try await reader.read(
                RenewalBody.self, or: RenewalBody(), from: request, by: context)
            let view = try await plane.renew(
                asked.context, context.parameter(),
                paidUntil: asked.body.paidUntil.map { try Instant($0, of: "paidUntil") })
            return JSONReply(SubscriptionReply(view, address: plane.settings.address))
        }
    }
}

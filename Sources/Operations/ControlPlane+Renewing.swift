package import Domain

extension ControlPlane {
    /// Says until when a subscription is paid for; `nil` lets it go on until it is cancelled.
    package func renew(
        _ context: RequestContext, _ id: String, paidUntil: Instant?
    ) async throws -> SubscriptionView {
        try Access.requireAdmin(context.actor)
        return try await store.write { rows in
            let instance = try find(id, for: context.actor, rows)
            return try once(context, in: rows) { _ in
                try shown(instance.subscriptionID, rows)
            } make: {
                var subscription = try promise(of: instance, rows)
                try Admission.active.check(subscription, of: instance.name)
                try check(paidUntil, rows)
                try extend(&subscription, until: paidUntil, by: context.actor, rows)
                return (try shown(subscription.id, rows), subscription.id.rawValue)
            }
        }
    }

    func extend(
        _ subscription: inout Subscription, until paidUntil: Instant?, by actor: Actor,
        _ rows: any StoreWriter
    ) throws {
        let before = subscription.paidUntil
        subscription.paidUntil = paidUntil
        subscription.sweepAt = subscription.nextSweep(after: try rows.due())
        try rows.update(subscription)
        try rows.append(
            AuditEvent(
                at: rows.now, actor: actor, action: "subscription.renew",
                subject: "subscription", subjectID: subscription.id.rawValue,
                details: [
                    "paidUntil": "\(before?.description ?? "none") → "
                        + "\(paidUntil?.description ?? "none")"
                ]))
    }
}

package import Domain

extension ControlPlane {
    /// Ends a subscription: the service stops at once, and its data is kept until grace is over.
    package func cancel(_ context: RequestContext, _ id: String) async throws -> Operation {
        try await order(.cancel, on: id, context) { instance, _, rows in
            try end(&instance, as: .cancelled, rows)
        }
    }

    /// What every ending does. Both moments are written once: an ended subscription does not end
    /// again.
    func end(
        _ instance: inout ServiceInstance, as status: Subscription.Status,
        _ rows: any StoreWriter
    ) throws -> [String: String] {
        var subscription = try promise(of: instance, rows)
        let before = subscription.status
        try close(&subscription, as: status, rows)
        instance.wish = .stopped
        instance.restartsDone = instance.restartsWanted
        instance.restartFrom = nil
        try tell(.subscriptionEnded, about: subscription, instance, rows)
        return [
            "subscription": "\(before.rawValue) → \(status.rawValue)",
            "graceEndsAt": subscription.graceEndsAt?.description ?? "",
        ]
    }

    private func close(
        _ subscription: inout Subscription, as status: Subscription.Status,
        _ rows: any StoreWriter
    ) throws {
        let latest = try rows.latest()
        subscription.status = status
        subscription.endedAt = rows.now
        subscription.graceEndsAt = latest + grace(of: subscription)
        subscription.sweepAt = subscription.nextSweep(after: latest)
        try rows.update(subscription)
    }

    /// As the catalog has it now; what was promised where the variant is gone.
    func grace(of subscription: Subscription) -> Duration {
        let variant = catalog.service(subscription.service)?.variant(subscription.variant)
        return variant?.grace ?? Variant.standardGrace
    }

    /// Takes the ending back: the same service runs again, with its data.
    package func resubscribe(_ context: RequestContext, _ id: String) async throws -> Operation {
        try await order(.resubscribe, on: id, when: .ended, context) { instance, _, rows in
            try resume(&instance, paidUntil: nil, by: context.actor, rows)
        }
    }

    /// - Parameter paidUntil: Until when it is paid for; `nil` stands for the usual period.
    func resume(
        _ instance: inout ServiceInstance, paidUntil: Instant?, by actor: Actor,
        _ rows: any StoreWriter
    ) throws -> [String: String] {
        var subscription = try promise(of: instance, rows)
        let before = subscription
        try check(paidUntil, rows)
        if instance.wish == .erased { try takeBackEverything(of: &instance, for: actor, rows) }
        subscription.status = .active
        subscription.endedAt = nil
        subscription.graceEndsAt = nil
        subscription.paidUntil = try paidUntil ?? usualEnd(rows)
        subscription.sweepAt = subscription.nextSweep(after: try rows.due())
        try rows.update(subscription)
        instance.wish = .running
        try tell(.subscriptionResumed, about: subscription, instance, rows)
        return [
            "subscription": "\(before.status.rawValue) → active",
            "endedAt": "\(before.endedAt?.description ?? "") → none",
            "paidUntil": subscription.paidUntil?.description ?? "none",
        ]
    }

    /// Until when a subscription is paid for that begins now.
    func usualEnd(_ rows: any StoreReader) throws -> Instant? {
        let latest = try rows.latest()
        return settings.period.map { latest + $0 }
    }

    func check(_ paidUntil: Instant?, _ rows: any StoreReader) throws {
        guard let paidUntil else { return }
        guard try paidUntil > rows.latest() else {
            throw Refusal.invalid(field: "paidUntil", why: "must be in the future")
        }
    }
}

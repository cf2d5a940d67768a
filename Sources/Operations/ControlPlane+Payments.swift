package import Domain

extension ControlPlane {
    /// What a payment system has told, and proven by its signature.
    ///
    /// - Parameter fingerprint: A digest of what was told: the same id with other content is
    ///   refused.
    package func take(
        _ kind: PaymentEvent.Kind, id: String, subscription: String, paidUntil: Instant?,
        fingerprint: String, from address: String?, requestID: String?
    ) async throws {
        let context = RequestContext(
            actor: Actor(identity: .system, address: address, requestID: requestID))
        try await store.write { rows in
            if let known = try rows.paymentEvent(id) {
                guard known.fingerprint == fingerprint else {
                    throw Refusal.idempotencyMismatch(key: id)
                }
                return
            }
            let instance = try find(subscription, for: .system, rows)
            switch kind {
            case .renewed: try renew(instance, until: paidUntil, context, rows)
            case .ended: try expire(instance, context, rows)
            }
            _ = try rows.insert(
                PaymentEvent(
                    id: id, kind: kind, subscriptionID: instance.subscriptionID,
                    fingerprint: fingerprint, receivedAt: rows.now))
            try auditPayment("payment.take", id, context.actor, rows, ["type": kind.rawValue])
        }
    }

    /// A renewal also brings back what has ended and is still kept.
    private func renew(
        _ instance: ServiceInstance, until paidUntil: Instant?, _ context: RequestContext,
        _ rows: any StoreWriter
    ) throws {
        guard let paidUntil else {
            throw Refusal.invalid(field: "paidUntil", why: "is missing")
        }
        try check(paidUntil, rows)
        var subscription = try promise(of: instance, rows)
        guard subscription.isInGrace else {
            try Admission.active.check(subscription, of: instance.name)
            return try extend(&subscription, until: paidUntil, by: context.actor, rows)
        }
        _ = try begin(.resubscribe, on: instance, when: .ended, context, rows) {
            instance, _, rows in
            try resume(&instance, paidUntil: paidUntil, by: context.actor, rows)
        }
    }

    /// What has ended already has nothing more to end.
    private func expire(
        _ instance: ServiceInstance, _ context: RequestContext, _ rows: any StoreWriter
    ) throws {
        guard try promise(of: instance, rows).status == .active else { return }
        _ = try begin(.expire, on: instance, when: .active, context, rows) {
            instance, _, rows in
            try end(&instance, as: .expired, rows)
        }
    }

    /// Writes down that somebody has pretended to be the payment system.
    package func refusePayment(
        _ why: String, id: String?, from address: String?, requestID: String?
    ) async throws {
        let actor = Actor(identity: .system, address: address, requestID: requestID)
        try await store.write { rows in
            try auditPayment(
                "payment.refuse", String((id ?? "").unicodeScalars.prefix(100)), actor, rows,
                ["why": why])
        }
    }

    private func auditPayment(
        _ action: String, _ id: String, _ actor: Actor, _ rows: any StoreWriter,
        _ details: [String: String]
    ) throws {
        try rows.append(
            AuditEvent(
                at: rows.now, actor: actor, action: action, subject: "payment", subjectID: id,
                details: details))
    }
}

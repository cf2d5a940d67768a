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

    /// Writes down that somebody has pretended to be the payment system. Whoever does so again
    /// and again has to wait, and is no longer written down: else strangers could fill the disk.
    ///
    /// - Parameter refusal: What to tell whoever need not wait.
    /// - Returns: What to tell this one.
    package func refusePayment(
        _ refusal: Refusal, why: String, id: String?, from address: String?, requestID: String?
    ) async throws -> Refusal {
        let actor = Actor(identity: .nobody, address: address, requestID: requestID)
        let id = String((id ?? "").unicodeScalars.prefix(100))
        // Counted by itself: a payment system set up wrongly keeps nobody from logging in.
        let source = "payments from \(address.map(LoginAttempt.network) ?? "")"
        let wait = gate.countOrWait(from: source, at: try await store.read(\.now))
        if wait?.isNews != false {
            try await store.write { rows in
                try auditPayment(
                    wait == nil ? "payment.refuse" : "payment.limit", id, actor, rows,
                    wait.map { ["wait": "\($0.seconds) s"] } ?? ["why": why])
            }
        }
        guard let wait else { return refusal }
        return .tooMany(
            "Too many messages were not from the payment system. Try again in "
                + "\(wait.seconds) s.", seconds: wait.seconds)
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

package import Domain

extension ControlPlane {
    /// Subscribes the actor, or whom an admin names, to a variant: the promise, the instance, its
    /// first generation of volumes and secrets, and the operation that makes it all.
    package func subscribe(
        _ context: RequestContext, service name: String, variant variantName: String,
        for customer: UserID? = nil, paidUntil: Instant? = nil
    ) async throws -> Operation {
        try Access.requireOperate(context.actor)
        if customer != nil || paidUntil != nil { try Access.requireAdmin(context.actor) }
        guard let customer = customer ?? context.actor.userID else {
            throw Refusal.forbidden("Only a user can subscribe.")
        }
        let (service, variant) = try offer(name, variantName)
        return try await store.write { rows in
            try once(context, in: rows) { id in
                try found(OperationID(id), rows)
            } make: {
                try check(paidUntil, rows)
                guard let owner = try rows.user(customer), owner.disabledAt == nil else {
                    throw Refusal.notFound(kind: "user", id: customer.rawValue)
                }
                let end = try paidUntil ?? usualEnd(rows)
                var subscription = Subscription(
                    id: makeID(at: rows.now), customerID: customer, service: service.name,
                    variant: variant.name, createdAt: rows.now, paidUntil: end)
                subscription.sweepAt = subscription.nextSweep(after: try rows.due())
                try rows.insert(subscription)
                let instance = try makeInstance(of: subscription, service, variant, rows)
                let operation = newOperation(.create, on: instance, context, rows)
                try rows.insert(operation)
                try rows.append(
                    AuditEvent(
                        at: rows.now, actor: context.actor, action: "subscription.create",
                        subject: "subscription", subjectID: subscription.id.rawValue,
                        details: [
                            "service": service.name, "variant": variant.name,
                            "instance": instance.name,
                            "customer": customer.rawValue,
                            "paidUntil": end?.description ?? "none",
                        ]))
                return (operation, operation.id.rawValue)
            }
        }
    }

    private func offer(
        _ name: String, _ variantName: String
    ) throws(Refusal) -> (CatalogService, Variant) {
        guard let service = catalog.service(name) else {
            let known = catalog.services.map(\.name).joined(separator: ", ")
            throw .invalid(field: "service", why: "“\(name)” is not offered; there are: \(known)")
        }
        return (service, try offer(of: service, variantName))
    }

    func offer(of service: CatalogService, _ name: String) throws(Refusal) -> Variant {
        guard let variant = service.variant(name) else {
            let known = service.variants.map(\.name).joined(separator: ", ")
            throw .invalid(
                field: "variant",
                why: "“\(name)” is not offered of \(service.name); there are: \(known)")
        }
        return variant
    }

    private func makeInstance(
        of subscription: Subscription, _ service: CatalogService, _ variant: Variant,
        _ rows: any StoreWriter
    ) throws -> ServiceInstance {
        let instance = ServiceInstance(
            id: makeID(at: rows.now), subscriptionID: subscription.id,
            customerID: subscription.customerID,
            name: "\(service.name)-\(Base32.word(8, from: randomness))",
            spec: WorkloadSpec(of: service, variant: variant),
            hostPort: try freePort(rows), createdAt: rows.now)
        try rows.insert(instance)
        for template in service.volumes {
            let size = variant.volumeSizes[template.name] ?? Bytes(0)
            try rows.insert(newVolume(template, size, generation: 1, of: instance, rows))
        }
        for secret in service.secrets {
            try rows.insert(newSecret(secret, generation: 1, of: instance))
        }
        return instance
    }

    func freePort(_ rows: any StoreReader) throws -> Int {
        guard let port = settings.hostPorts.freePort(besides: try rows.hostPorts()) else {
            throw Refusal.unavailable(
                "All ports from \(settings.hostPorts.lowerBound) to "
                    + "\(settings.hostPorts.upperBound) are given out. Widen the range.")
        }
        return port
    }

    func newVolume(
        _ template: VolumeTemplate, _ size: Bytes, generation: Int,
        of instance: ServiceInstance, _ rows: any StoreReader
    ) -> Volume {
        Volume(
            id: makeID(at: rows.now), instanceID: instance.id, template: template,
            generation: generation, size: size,
            claim: ClaimName(
                install: settings.install, instance: instance.name, volume: template.name,
                generation: generation),
            createdAt: rows.now)
    }

    func newSecret(
        _ template: SecretTemplate, generation: Int, of instance: ServiceInstance
    ) -> InstanceSecret {
        let digits = randomness.bytes(template.bytes).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        return InstanceSecret(
            instanceID: instance.id, generation: generation, name: template.name,
            value: digits.joined())
    }
}

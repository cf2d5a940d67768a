package import Domain

extension ControlPlane {
    /// Gives a service and its data up. Nothing is destroyed before the undo window is over, and
    /// until then it can be taken back.
    ///
    /// Customers may do so once their subscription has ended; admins at any time.
    ///
    /// - Parameter confirm: Must be the instance's name.
    package func delete(
        _ context: RequestContext, _ id: String, confirm: String?
    ) async throws -> Operation {
        try await order(.delete, on: id, when: .kept, context) { instance, operation, rows in
            guard let confirm, confirm == instance.name else {
                throw Refusal.confirmation(expected: instance.name)
            }
            let wasActive = try promise(of: instance, rows).status == .active
            if wasActive, !context.actor.isAdmin {
                throw Refusal.conflict(
                    "\(instance.name) is subscribed to. Cancel the subscription first.")
            }
            var details = wasActive ? try end(&instance, as: .cancelled, rows) : [:]
            let ground = Ground(
                reason: context.actor.isAdmin ? .adminDelete : .ownerDelete,
                confirmation: confirm, actor: context.actor, window: settings.undoWindow)
            try giveUp(&instance, on: ground, by: operation, rows)
            details["undoUntil"] = "\(try rows.latest() + ground.window)"
            if isForeign(instance, to: context.actor) {
                try tell(
                    .instanceDeleted, about: promise(of: instance, rows), instance,
                    saying: ["undoUntil": details["undoUntil"] ?? ""], by: context.actor, rows)
            }
            return details
        }
    }

    /// Retires all that is attached, and wishes the rest away.
    func giveUp(
        _ instance: inout ServiceInstance, on ground: Ground, by operation: Operation,
        _ rows: any StoreWriter
    ) throws {
        guard instance.wish != .erased else {
            throw Refusal.conflict("\(instance.name) is deleted already.")
        }
        let volumes = try rows.volumes(of: instance.id)
        for volume in volumes where volume.state == .attached {
            try retire(volume, volumes.nextRetirement, on: ground, by: operation, rows)
        }
        instance.wish = .erased
    }

    /// Takes a deletion back, for as long as nothing has been destroyed. The subscription has ended
    /// all the same, and the service stays stopped.
    package func undoDelete(_ context: RequestContext, _ id: String) async throws -> Operation {
        try await order(.undoDelete, on: id, when: .ended, context) { instance, _, rows in
            guard instance.wish == .erased else {
                throw Refusal.conflict("\(instance.name) is not deleted.")
            }
            try takeBackEverything(of: &instance, for: context.actor, rows)
            instance.wish = .stopped
            var subscription = try promise(of: instance, rows)
            subscription.sweepAt = subscription.nextSweep(after: try rows.due()) ?? rows.now
            try rows.update(subscription)
            return ["wish": "erased → stopped"]
        }
    }

    /// Attaches what the deletion has retired. What was never made has held nothing, and is to be
    /// made now: a service does not run without one of its volumes.
    func takeBackEverything(
        of instance: inout ServiceInstance, for actor: Actor, _ rows: any StoreWriter
    ) throws {
        let tickets = try rows.tickets(of: instance.id)
        if try hasGivenPortAway(instance, tickets, rows) {
            instance.hostPort = try freePort(rows)
        }
        let last = try deleted(of: instance, tickets, rows)
        let open = tickets.filter { ticket in
            last.contains { $0.id == ticket.volumeID } && ticket.state != .voided
        }
        guard actor.isAdmin || open.allSatisfy({ $0.reason != .adminDelete }) else {
            throw Refusal.conflict(
                "An admin has deleted \(instance.name). Ask one to take that back.")
        }
        for volume in last { try takeBack(volume, asLargeAs: [], tickets, rows) }
        try requireNothingGone(of: instance, rows)
        try furnish(instance, rows)
    }

    /// What the deletion took out, whether or not it is still there; without what was never made.
    /// Neither what a reset had taken out before, nor what was adopted since from a later state of
    /// the database, which has no ticket.
    private func deleted(
        of instance: ServiceInstance, _ tickets: [DestructionTicket.Record],
        _ rows: any StoreReader
    ) throws -> [Volume] {
        let ticketed = try rows.volumes(of: instance.id).filter { volume in
            volume.state != .attached && tickets.contains { $0.volumeID == volume.id }
        }
        guard let last = ticketed.compactMap(\.retirement).max() else { return [] }
        return ticketed.filter { volume in
            volume.retirement == last && (volume.uid != nil || volume.state == .retired)
        }
    }

    /// Once nothing of a deleted service is left, its port may be somebody else's.
    private func hasGivenPortAway(
        _ instance: ServiceInstance, _ tickets: [DestructionTicket.Record],
        _ rows: any StoreReader
    ) throws -> Bool {
        let isOpen = tickets.contains { $0.state == .issued || $0.state == .begun }
        guard !isOpen, try rows.status(of: instance.id)?.phase == .erased else { return false }
        return try rows.hostPorts().contains(instance.hostPort)
    }

    private func requireNothingGone(
        of instance: ServiceInstance, _ rows: any StoreReader
    ) throws {
        let volumes = try rows.volumes(of: instance.id)
        for template in instance.spec.volumes {
            let namesakes = volumes.filter { $0.template.name == template.name }
            let last = namesakes.max { ($0.retirement ?? 0) < ($1.retirement ?? 0) }
            let isAttached = namesakes.contains { $0.state == .attached }
            guard isAttached || last?.uid == nil else {
                throw Refusal.conflict(
                    "It is too late: volume \(template.name) of \(instance.name) is gone.")
            }
        }
    }

    func isForeign(_ instance: ServiceInstance, to actor: Actor) -> Bool {
        actor.userID != instance.customerID
    }
}

import Domain
import TestSupport

/// Those who compare rows with rows, and rows with the world, once nothing has gone wrong for a
/// while.
extension Stage {
    func lookAtRest(_ record: Record) async throws {
        for instance in record.instances {
            let subscription = record.subscriptions.first { $0.id == instance.subscriptionID }
            if let subscription { lookAtWish(of: instance, subscription) }
            let volumes = record.volumes[instance.id] ?? []
            for volume in volumes { lookAtRest(of: volume, instance, beside: volumes) }
            if try await isWell(instance) {
                try await lookAtDueTickets(record.papers[instance.id] ?? [])
            }
        }
        try await lookAtHolds()
        try await lookAtNotices()
        try await lookAtPaper(record)
    }

    private func lookAtWish(of instance: ServiceInstance, _ subscription: Subscription) {
        switch (subscription.status, instance.wish) {
        case (.active, .erased):
            blame(.l2, "\(instance.name) is deleted, and its subscription is active")
        case (.expired, .running), (.cancelled, .running), (.purged, .running):
            blame(.l1, "\(instance.name) has ended, and is to run")
        default: break
        }
    }

    /// Whether nothing else is to be done about it: what is given up hurries nobody.
    private func isWell(_ instance: ServiceInstance) async throws -> Bool {
        let phase = try await rows.read { try $0.status(of: instance.id)?.phase }
        return phase == .running || phase == .stopped || phase == .erased
    }

    private func lookAtRest(
        of volume: Volume, _ instance: ServiceInstance, beside all: [Volume]
    ) {
        let claim = view.claims[volume.claim]
        switch volume.state {
        case .destroyed:
            if let uid = volume.uid, claim?.uid == uid {
                blame(.l2, "\(volume.claim) is recorded as destroyed, and is there")
            }
        case .retired: break
        case .attached:
            guard instance.wish != .erased else { return }
            guard let claim, claim.uid == volume.uid else {
                return lookAtLoss(of: volume, instance, beside: all)
            }
            if claim.volumeID != volume.id { blame(.s5, "\(volume.claim) is another's volume") }
            if claim.isDetached { blame(.l1, "\(volume.claim) cannot be reached") }
            if view.enforcesSizes, claim.size < volume.size, isServing(instance),
                !isRobbed(all)
            {
                blame(.l1, "\(volume.claim) is to hold \(volume.size), and holds \(claim.size)")
            }
        }
    }

    /// Whether a stranger has taken one of them away: then a person must look first.
    private func isRobbed(_ volumes: [Volume]) -> Bool {
        volumes.contains { volume in
            [volume.uid, view.claims[volume.claim]?.uid].compactMap(\.self)
                .contains(where: truth.strangers.contains)
        }
    }

    private func isServing(_ instance: ServiceInstance) -> Bool {
        let containers = view.containers(of: instance.id)
        return instance.wish == .running && containers.count == 1
            && containers.allSatisfy { $0.run != nil && $0.isReady }
    }

    /// A service without its volume is one from which a stranger has taken one, or one whose rows
    /// were put back.
    private func lookAtLoss(
        of volume: Volume, _ instance: ServiceInstance, beside all: [Volume]
    ) {
        guard instance.wish == .running, !isRobbed(all), !truth.wasRestored else { return }
        blame(.l1, "\(instance.name) is to run, and does not get \(volume.claim)")
    }

    /// What is due is done, and what has begun is over.
    private func lookAtDueTickets(_ tickets: [DestructionTicket.Record]) async throws {
        let (due, isHeld) = try await rows.read { rows in
            (try rows.due(), try rows.holds().contains { $0.liftedAt == nil })
        }
        guard !isHeld else { return }
        for ticket in tickets where ticket.state == .begun || ticket.state == .issued {
            guard ticket.state == .begun || ticket.notBefore + .seconds(600) < due,
                !isTaken(ticket)
            else { continue }
            blame(
                .l2,
                "\(ticket.claim) was to be destroyed, and its ticket is \(ticket.state.rawValue)")
        }
    }

    /// Those who look once all windows are over; a clock that was ahead has made some longer.
    func lookAfterAll() async {
        guard truth.leaps == 0 else { return }
        do {
            let record = try await rows.read { try Record($0) }
            for instance in record.instances where try await isWell(instance) {
                lookAfterAll(at: instance, record)
            }
        } catch {
            blame(.l1, "the rows cannot be read: \(error)")
        }
    }

    private func lookAfterAll(at instance: ServiceInstance, _ record: Record) {
        let subscription = record.subscriptions.first { $0.id == instance.subscriptionID }
        if let subscription, subscription.isInGrace, let end = subscription.graceEndsAt,
            isLongAgo(end), instance.wish != .erased
        {
            blame(.l2, "\(instance.name) is kept beyond its grace")
        }
        for ticket in record.papers[instance.id] ?? [] where ticket.endedAt == nil {
            guard isLongAgo(ticket.notBefore), !isTaken(ticket) else { continue }
            blame(.l2, "\(ticket.claim) was given up, and is kept for ever")
        }
    }

    /// Whether everybody had time to do what was due then.
    private func isLongAgo(_ moment: Instant) -> Bool { moment + .days(3) < clock.now() }

    /// Whether its name is borne by what a stranger has put there, or by what a later state of the
    /// database has made: then a person must look.
    private func isTaken(_ ticket: DestructionTicket.Record) -> Bool {
        guard let claim = view.claims[ticket.claim] else { return false }
        return truth.strangers.contains(claim.uid)
            || ticket.uid == nil && claim.volumeID != ticket.volumeID
    }

    private func lookAtHolds() async throws {
        let holds = try await rows.read { try $0.holds() }
        let quarantine = holds.first { $0.kind == .quarantine }
        guard let quarantine, !truth.hasPlanted else { return }
        if quarantine.liftedAt == nil {
            blame(.l2, "the quarantine does not end: \(quarantine.why)")
        }
        if !truth.wasRestored, !truth.hasForgottenEpoch {
            blame(.l2, "there was a quarantine, and nothing ever made the database look old")
        }
    }

    /// What is recorded as delivered, somebody has taken over.
    private func lookAtNotices() async throws {
        let delivered = try await rows.read { try $0.notices(in: .delivered, Page(limit: 200)) }
        let taken = Set(truth.mails.map(\.id))
        for notice in delivered where !taken.contains(notice.id) {
            blame(.s8, "“\(notice.kind.rawValue)” is recorded as delivered, and nobody has it")
        }
    }

    /// Each ticket has its line in the audit, and no payment has two.
    private func lookAtPaper(_ record: Record) async throws {
        let events = try await rows.read { try $0.audit(AuditQuery(limit: 5000)) }
        let named = Set(events.compactMap { $0.details["ticket"] })
        for ticket in record.papers.values.joined() where !named.contains(ticket.id.rawValue) {
            blame(.s9, "a ticket has no line in the audit")
        }
        let payments = events.filter { $0.action == "payment.take" }.map(\.subjectID)
        if Set(payments).count < payments.count { blame(.s8, "a payment was taken twice") }
    }
}

import Domain

/// Those who see to it that nothing ends before its time, and nothing that has ended comes back.
extension Stage {
    func lookAtEndings(_ record: Record) {
        for instance in record.instances {
            let subscription = record.subscriptions.first { $0.id == instance.subscriptionID }
            let papers = record.papers[instance.id] ?? []
            if let subscription {
                lookAtExpiry(of: subscription, instance)
                lookAtSweeps(of: subscription, instance)
                for ticket in papers { lookAtGivingUp(ticket, subscription) }
            }
            for ticket in papers { lookAtTakingBack(ticket) }
            if instance.wish != .erased { lookAtGone(record.volumes[instance.id] ?? []) }
        }
        for orphan in record.orphans where orphan.condemnedBy != nil {
            judge(patienceWith: orphan)
        }
    }

    /// What is paid for goes on, unless its payment was said to have ended.
    private func lookAtExpiry(of subscription: Subscription, _ instance: ServiceInstance) {
        let known = promises.paid[subscription.id]
        guard subscription.status != .expired else {
            promises.paid[subscription.id] = nil
            if let known, !truth.unpaid.contains(instance.id) {
                judge(expiryOf: instance, known)
            }
            return
        }
        guard let until = subscription.paidUntil, known?.until != until else { return }
        promises.paid[subscription.id] = Promises.Paid(
            until: until, seen: clock.elapsed, left: until - max(clock.now(), clock.truly))
    }

    private func judge(expiryOf instance: ServiceInstance, _ paid: Promises.Paid) {
        let missing = paid.left - (clock.elapsed - paid.seen)
        guard missing > slack else {
            truth.hasRunOut = true
            return
        }
        blame(.s6, "\(instance.name) has expired, and was paid for for \(missing.words) more")
    }

    private func lookAtSweeps(of subscription: Subscription, _ instance: ServiceInstance) {
        guard subscription.isInGrace, subscription.sweepAt == nil, instance.wish != .erased
        else { return }
        blame(.l2, "no sweep looks at \(instance.name)")
    }

    private func lookAtTakingBack(_ ticket: DestructionTicket.Record) {
        guard ticket.state == .voided, ticket.begunAt != nil else { return }
        blame(.s8, "\(ticket.claim) was taken back after its destruction had begun")
    }

    private func lookAtGivingUp(
        _ ticket: DestructionTicket.Record, _ subscription: Subscription
    ) {
        guard ticket.reason == .graceExpired, ticket.state == .issued,
            promises.papersSeen.insert(ticket.id).inserted
        else { return }
        judge(graceOf: ticket.claim, subscription, "given up")
    }

    /// An older database knows nothing of what a later one has destroyed.
    private func lookAtGone(_ volumes: [Volume]) {
        guard !truth.wasRestored else { return }
        for volume in volumes where volume.state == .attached {
            guard let uid = volume.uid, truth.destroyed.contains(uid) else { continue }
            blame(.s6, "\(volume.claim) is to be in use, and is destroyed")
        }
    }
}

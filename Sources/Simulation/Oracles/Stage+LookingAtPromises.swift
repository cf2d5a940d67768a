import Domain

/// Those who hold what rows say now against what they said before.
extension Stage {
    func lookAtPromises(_ record: Record) async throws {
        for subscription in record.subscriptions { lookAtGrace(of: subscription) }
        for instance in record.instances {
            let volumes = record.volumes[instance.id] ?? []
            for volume in volumes { lookAtSize(of: volume) }
            lookAtCompleteness(of: instance, volumes)
            try await lookAtPort(of: instance)
            try await lookAtTickets(record.papers[instance.id] ?? [])
        }
        lookAtUndos(record)
        lookAtRestarts(record)
        for operation in record.operations { lookAtEnd(of: operation) }
    }

    private func lookAtGrace(of subscription: Subscription) {
        guard let endedAt = subscription.endedAt, let end = subscription.graceEndsAt else { return }
        let ending = Promises.Ending(subscription: subscription.id, endedAt: endedAt)
        if let told = promises.graces[ending], told > end || told < end && !truth.mayProlong {
            blame(.s6, "the end of grace was moved from \(told) to \(end)")
        }
        promises.graces[ending] = end
    }

    private func lookAtSize(of volume: Volume) {
        if let known = promises.sizes[volume.id], volume.size < known {
            blame(.s5, "\(volume.claim) was made smaller, from \(known) to \(volume.size)")
        }
        promises.sizes[volume.id] = volume.size
    }

    /// A service that is not given up has all of its volumes.
    private func lookAtCompleteness(of instance: ServiceInstance, _ volumes: [Volume]) {
        guard instance.wish != .erased else { return }
        let attached = Set(volumes.filter { $0.state == .attached }.map(\.template.name))
        for template in instance.spec.volumes where !attached.contains(template.name) {
            blame(.s8, "\(instance.name) is kept, and has no volume “\(template.name)”")
        }
    }

    /// What is deleted may lose its port to others.
    private func lookAtPort(of instance: ServiceInstance) async throws {
        guard instance.wish != .erased else { return promises.ports[instance.id] = nil }
        if let known = promises.ports[instance.id] {
            guard known != instance.hostPort else { return }
            return blame(.s5, "\(instance.name) is known by \(known), and has \(instance.hostPort)")
        }
        let status = try await rows.read { try $0.status(of: instance.id) }
        if status?.firstReadyAt != nil { promises.ports[instance.id] = instance.hostPort }
    }

    /// That a destruction has begun is in the audit from that moment on.
    private func lookAtTickets(_ tickets: [DestructionTicket.Record]) async throws {
        for ticket in tickets where ticket.begunAt != nil && !promises.begun.contains(ticket.id) {
            let events = try await rows.read { rows in
                try rows.audit(AuditQuery(subjectID: ticket.volumeID.rawValue, limit: 50))
            }
            if events.contains(where: { $0.action == "volume.destroy-begun" }) {
                promises.begun.insert(ticket.id)
            } else {
                blame(
                    .s1, "the destruction of \(ticket.claim) has begun without a line in the audit")
            }
        }
    }

    private static let swapping: Set<Operation.Kind> = [
        .reset, .undoReset, .resubscribe, .delete, .undoDelete, .update, .rollback,
    ]

    /// An undo brings back what there was before the last reset, or undo.
    private func lookAtUndos(_ record: Record) {
        let fresh = record.operations.filter { !promises.operationsSeen.contains($0.id) }
        promises.operationsSeen.formUnion(fresh.map(\.id))
        let all = record.volumes.values.joined()
        let gone = Set(all.filter { $0.state == .destroyed }.map(\.id))
        // They have held nothing, and others may take their place.
        let unmade = Set(all.filter { $0.uid == nil }.map(\.id))
        for (instance, attached) in record.attached {
            defer { promises.volumes[instance] = attached }
            guard let last = promises.volumes[instance], last != attached else { continue }
            let kinds = fresh.filter { $0.instanceID == instance }.map(\.kind)
                .filter(Self.swapping.contains)
            let before = promises.before[instance]
            promises.before[instance] = Self.undoable.contains(kinds) ? last : nil
            guard let before else { continue }
            look(at: attached, insteadOf: before.subtracting(unmade), after: kinds, gone)
        }
    }

    private static let undoable: [[Operation.Kind]] = [[.reset], [.undoReset], [.delete]]

    private func look(
        at attached: Set<VolumeID>, insteadOf before: Set<VolumeID>, after kinds: [Operation.Kind],
        _ gone: Set<VolumeID>
    ) {
        switch kinds {
        case [.undoReset] where gone.isDisjoint(with: before) && !before.isSubset(of: attached):
            blame(.s5, "an undo brought back others than those before")
        case [.resubscribe], [.undoDelete]:
            if !before.isSubset(of: attached) {
                blame(.s8, "a service was had back, and its data was not")
            }
        default: break
        }
    }

    /// After a restart something else runs than before it was asked for.
    private func lookAtRestarts(_ record: Record) {
        let done = Dictionary(
            uniqueKeysWithValues: record.operations.filter { $0.state == .succeeded }
                .map { ($0.id, $0) })
        for (number, run) in promises.runs {
            guard let operation = truth.requests[number]?.operations.first.flatMap({ done[$0] })
            else { continue }
            if view.containers(of: operation.instanceID).contains(where: { $0.run == run }) {
                blame(.s8, "request \(number) has succeeded, and nothing was restarted")
            }
        }
    }

    private func lookAtEnd(of operation: Operation) {
        guard operation.state.isEnded else { return }
        if let known = promises.ends[operation.id], known != operation.state {
            blame(
                .l3,
                "“\(operation.kind.rawValue)” had \(known.rawValue), and has "
                    + "\(operation.state.rawValue) since")
        }
        promises.ends[operation.id] = operation.state
    }
}

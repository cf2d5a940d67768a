import Domain

extension ControlPlane {
    /// Looks at the clock, then at every subscription for which something is due: it expires, its
    /// owner is warned, its data is given up once grace is over.
    ///
    /// Each has a transaction of its own, so that one that cannot be read stops no other.
    ///
    /// - Returns: What each of them came to; empty when nothing was due.
    package func sweep() async throws -> [SweepResult] {
        try await watchTime()
        var results: [SweepResult] = []
        while true {
            let due = try await store.read { try $0.subscriptionsDue(Self.batch) }
            for subscription in due { results.append(try await sweep(subscription.id)) }
            if due.count < Self.batch || Task.isCancelled { return results }
        }
    }

    private static let batch = 100
    /// When what waits, or cannot be read, is looked at again.
    private static let patience = Duration.seconds(3600)

    /// Time only counts while it is watched.
    private func watchTime() async throws {
        let tolerance = settings.clockTolerance
        try await store.write { rows in
            let known = try rows.timekeeping()
            try rows.save(
                known?.looked(at: rows.now, tolerance: tolerance)
                    ?? Timekeeping(seenAt: rows.now, tolerance: tolerance))
        }
    }

    private func sweep(_ id: SubscriptionID) async throws -> SweepResult {
        do {
            return try await store.write { rows in
                SweepResult(subscription: id, outcome: try look(at: id, rows))
            }
        } catch let failure as StoreFailure where failure.isPassing {
            throw failure
        } catch {
            try await postpone(id)
            return SweepResult(subscription: id, outcome: .unreadable("\(error)"))
        }
    }

    private func postpone(_ id: SubscriptionID) async throws {
        try await store.write { rows in
            guard let subscription = try rows.subscription(id) else { return }
            try set(subscription, sweepAt: rows.latest() + Self.patience, rows)
        }
    }

    /// Decides by the row as it is now: a person may have been faster.
    private func look(
        at id: SubscriptionID, _ rows: any StoreWriter
    ) throws -> SweepResult.Outcome {
        guard let subscription = try rows.subscription(id),
            let instance = try rows.instance(of: id), let sweepAt = subscription.sweepAt
        else { return .nothing }
        let due = try rows.due()
        guard sweepAt <= due else { return .nothing }
        if subscription.status == .active { return try expire(subscription, instance, due, rows) }
        let notices = try rows.notices(of: subscription.id)
        let written = notices.filter { $0.ending == subscription.endedAt }.map(\.kind)
        let warning = NoticeSchedule.warning(
            for: subscription, written: Set(written), due: due)
        if let warning { try tell(warning, about: subscription, instance, rows) }
        return try purge(subscription, instance, notices, due, rows)
    }

    private func expire(
        _ subscription: Subscription, _ instance: ServiceInstance, _ due: Instant,
        _ rows: any StoreWriter
    ) throws -> SweepResult.Outcome {
        guard let paidUntil = subscription.paidUntil, paidUntil <= due else {
            try set(subscription, sweepAt: subscription.nextSweep(after: due), rows)
            return .nothing
        }
        _ = try begin(.expire, on: instance, when: .active, .system, rows) { instance, _, rows in
            try end(&instance, as: .expired, rows)
        }
        return .expired
    }

    private func purge(
        _ subscription: Subscription, _ instance: ServiceInstance, _ notices: [Notice],
        _ due: Instant, _ rows: any StoreWriter
    ) throws -> SweepResult.Outcome {
        switch settings.purgeGate.verdict(on: subscription, notices, due: due) {
        case .closed:
            try set(subscription, sweepAt: subscription.nextSweep(after: due), rows)
            return .warned
        case .waiting(let why):
            try set(subscription, sweepAt: rows.latest() + Self.patience, rows)
            try alert(
                "purge-waits", "The data of \(instance.name) is kept beyond its grace: \(why).",
                about: subscription, instance, rows)
            return .waiting(why)
        case .open: return try giveUp(subscription, instance, rows)
        }
    }

    /// Within the transaction that has looked at the row and the notices.
    private func giveUp(
        _ subscription: Subscription, _ instance: ServiceInstance, _ rows: any StoreWriter
    ) throws -> SweepResult.Outcome {
        try set(subscription, sweepAt: nil, rows)
        guard instance.wish != .erased else { return .nothing }
        let ended = subscription.graceEndsAt?.description ?? ""
        let ground = Ground(
            reason: .graceExpired, confirmation: "grace ended at \(ended)", actor: .system,
            window: settings.purgeWindow)
        _ = try begin(.delete, on: instance, when: .ended, .system, rows) {
            instance, operation, rows in
            try giveUp(&instance, on: ground, by: operation, rows)
            return ["reason": ground.reason.rawValue, "graceEndsAt": ended]
        }
        try tell(.dataPurged, about: subscription, instance, rows)
        return .purged
    }

    private func set(
        _ subscription: Subscription, sweepAt: Instant?, _ rows: any StoreWriter
    ) throws {
        var subscription = subscription
        subscription.sweepAt = sweepAt
        try rows.update(subscription)
    }
}

extension RequestContext {
    /// Holdfast itself.
    static let system = RequestContext(actor: .system)
}

extension StoreFailure {
    /// Whether it says nothing about the row that was looked at.
    fileprivate var isPassing: Bool {
        switch self {
        case .full, .busy: true
        case .failed: false
        }
    }
}

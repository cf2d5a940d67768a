package import Domain
package import Logging

/// Looks after one instance at a time, until there is nothing to do or it must wait.
package struct InstanceWorker: Sendable {
    let ledger: Ledger
    let engine: any Engine
    let randomness: any Randomness
    let hostPorts: ClosedRange<Int>
    let logger: Logger
    let looks = VainLooks()
    let destroyer: Destroyer

    package init(
        store: any Store, engine: any Engine, randomness: any Randomness,
        settings: ReconcilerSettings, logger: Logger
    ) {
        ledger = Ledger(
            store: store, address: settings.address, catalog: settings.catalog)
        self.engine = engine
        self.randomness = randomness
        hostPorts = settings.hostPorts
        self.logger = logger
        destroyer = Destroyer(
            store: store, engine: engine,
            epochs: EpochKeeper(store: store, engine: engine, logger: logger), logger: logger)
    }

    /// So many steps in one go are a sign that acts and looks disagree.
    private static let patience = 50

    /// Takes steps while there are any, and ends an operation whose time is over.
    /// - Returns: When to look again; `nil` when a whisper, a wish or the full look will tell.
    package func lookAfter(_ id: InstanceID) async -> Duration? {
        let outcome = await takeSteps(id)
        // After the steps, not before: what was late may just have come true.
        if outcome != .rest { await endOverdue(id) }
        switch outcome {
        case .wait: return Backoff.waiting.pause(after: looks.count(id), randomness)
        case .again, .took, .failed:
            return Backoff.failing.pause(after: looks.count(id), randomness)
        case .help: return nil
        case .rest:
            looks.forget(id)
            return nil
        }
    }

    /// Answers what came of the last step, which is one that leads on only where patience ended.
    private func takeSteps(_ id: InstanceID) async -> Outcome {
        var taken: [Act] = []
        var outcome = Outcome.again
        for _ in 0..<Self.patience where outcome.leadsOn {
            outcome = await takeStep(id, taken)
            if case .took(let act) = outcome { taken.append(act) }
        }
        return outcome
    }

    /// Whatever came of the steps, and whether or not the instance could be read at all: nobody
    /// is to wait for an operation without end.
    private func endOverdue(_ id: InstanceID) async {
        do {
            try await ledger.failIfOverdue(id)
        } catch {
            report(error, "Cannot end what takes too long", id)
        }
    }

    private func takeStep(_ id: InstanceID, _ taken: [Act]) async -> Outcome {
        do {
            guard let situation = try await ledger.situation(of: id) else { return .rest }
            do {
                return try await takeStep(situation, taken)
            } catch let failure as EngineFailure {
                return try await stumble(over: failure, situation)
            }
        } catch {
            guard !Task.isCancelled else { return .rest }
            report(error, "Cannot look after an instance", id)
            return .failed
        }
    }

    private func report(_ error: any Error, _ what: String, _ id: InstanceID) {
        logger.error("\(what)", metadata: ["instance": "\(id)", "error": "\(error)"])
    }

    /// Look, learn, plan, and take the first step.
    private func takeStep(_ situation: Situation, _ taken: [Act]) async throws -> Outcome {
        if taken.isEmpty, let outcome = await foreseen(situation) { return outcome }
        let observed = try await engine.observe(situation.desired)
        guard let situation = try await learning(from: observed, situation) else { return .again }
        let desired = situation.desired
        let steps = plan(desired: desired, observed: observed, now: situation.now)
        let (phase, message) = Phase.derive(desired: desired, observed: observed, steps: steps)
        try await ledger.show(phase, message, situation)
        if steps.isSettled { try await ledger.succeed(situation) }
        return try await follow(steps.first, situation, observed, taken)
    }

    /// Writes down what a look has taught.
    ///
    /// - Returns: How things stand then; `nil` where only another look could tell what to do.
    private func learning(
        from observed: Observed, _ situation: Situation
    ) async throws -> Situation? {
        let findings = learn(
            desired: situation.desired, observed: observed, now: situation.now)
        if findings.isEmpty { return situation }
        guard let after = try await ledger.record(findings, situation),
            after.desired.isAnswered(by: observed, askedAs: situation.desired),
            learn(desired: after.desired, observed: observed, now: after.now).isEmpty
        else { return nil }
        return after
    }

    /// What a look would come to that finds nothing to do and nothing to write, by what the engine
    /// knows without asking; `nil` for all else, which only a look can tell.
    private func foreseen(_ situation: Situation) async -> Outcome? {
        let desired = situation.desired
        guard let known = await engine.recollection(of: desired),
            learn(desired: desired, observed: known, now: situation.now).isEmpty
        else { return nil }
        let steps = plan(desired: desired, observed: known, now: situation.now)
        let (phase, message) = Phase.derive(desired: desired, observed: known, steps: steps)
        guard phase == situation.status?.phase, message == situation.status?.message else {
            return nil
        }
        switch (steps.first, situation.operation) {
        case (nil, nil): return .rest
        case (.wait, nil): return .wait
        case (.wait(let reason), let operation?) where operation.message == reason: return .wait
        default: return nil
        }
    }

    /// Whether an act repeats what was just done, or takes away what was just made: then the
    /// engine does not do as it is asked, and doing it over and over would help nobody.
    private func isVain(_ act: Act, after taken: [Act], _ desired: Desired) -> Bool {
        if taken.contains(act) { return true }
        switch act {
        case .stop, .remove: return taken.contains(.createWorkload(desired.workload))
        default: return false
        }
    }

    private func follow(
        _ step: Step?, _ situation: Situation, _ observed: Observed, _ taken: [Act]
    ) async throws -> Outcome {
        switch step {
        case nil: return .rest
        case .act(let act) where isVain(act, after: taken, situation.desired):
            let drift = observed.workloads.flatMap(\.drift).joined(separator: "; ")
            let reason = drift.isEmpty ? "“\(act.title)” had no effect yet" : drift
            try await ledger.wait(for: reason, situation)
            return .failed
        case .act(let act): return try await take(act, situation, observed, taken)
        case .wait(let reason):
            try await ledger.wait(for: reason, situation)
            return .wait
        case .callForHelp(let trouble):
            try await ledger.fail(trouble.message, situation)
            return .help
        case .destroy(let ticket): return try await destroy(under: ticket, situation)
        }
    }
}

import Domain
import Logging

extension InstanceWorker {
    func take(
        _ act: Act, _ situation: Situation, _ observed: Observed, _ taken: [Act]
    ) async throws -> Outcome {
        let isFirst = !taken.contains(where: \.changesWorkload)
        try await ledger.begin(
            act.title, isFirst ? repair(act, situation, observed) : nil, situation)
        try await destroyer.epochs.prepare()
        log("Taking a step", situation, ["step": .string(act.title)])
        do {
            try await engine.take(act) { line in
                // Losing a line of progress loses nothing that matters.
                try? await ledger.wait(for: line, situation)
            }
            return .took(act)
        } catch {
            try await record(act.title, refusedFor: error, situation)
            // What it was told before is no longer what it says.
            var situation = situation
            situation.operation?.message = nil
            return try await stumble(over: error, situation)
        }
    }

    func destroy(under ticket: TicketID, _ situation: Situation) async throws -> Outcome {
        do {
            // It may have been voided since the look; that is seen by another.
            return try await destroyer.destroy(under: .ticket(ticket)) ? .again : .failed
        } catch let failure as EngineFailure {
            try await record("destroy a volume", refusedFor: failure, situation)
            throw failure
        }
    }

    /// What we gave up ourselves, the engine did not refuse.
    private func record(
        _ act: String, refusedFor failure: EngineFailure, _ situation: Situation
    ) async throws {
        guard !Task.isCancelled else { return }
        try await ledger.refuse(act, failure.message, situation)
    }

    /// A step that nobody asked for mends something that happened behind our back: its owner is
    /// to know. Told once, by the first of the steps that mend it.
    private func repair(
        _ act: Act, _ situation: Situation, _ observed: Observed
    ) -> (kind: String, message: String)? {
        guard situation.operation == nil, situation.instance.wish == .running else { return nil }
        let workload = observed.workloads.first
        switch (act, workload?.state) {
        case (.createWorkload, nil):
            return ("workload-missing", "The container was gone; it is made anew.")
        case (.start, .stopped(let why)):
            return ("workload-stopped", "The container had stopped (\(why)); it is started.")
        case (.start, .running):
            let parts = (workload?.missing ?? []).joined(separator: ", ")
            return ("workload-unreachable", "Nobody could reach it: \(parts) was gone.")
        case (.stop, _), (.remove, _):
            let drift = workload?.drift ?? []
            let why = drift.isEmpty ? "it is not as it should be" : drift.joined(separator: "; ")
            return ("workload-edited", "The container is made anew: \(why).")
        default: return nil
        }
    }

    /// Tells the owner why a step did not work, and what comes next.
    func stumble(over failure: EngineFailure, _ situation: Situation) async throws -> Outcome {
        guard !Task.isCancelled else { return .rest }
        log("A step did not work", situation, ["why": .string(failure.message)])
        switch failure {
        case .stale:
            try await ledger.wait(for: failure.message, situation)
            return .wait
        case .unreachable:
            try await ledger.wait(for: failure.message, situation)
            return .failed
        case .portTaken(let port, _) where situation.status?.firstReadyAt == nil:
            return try await movePort(from: port, failure, situation)
        case .portTaken, .failed:
            return try await retryLater(failure, situation)
        case .impossible(let why):
            try await ledger.show(.blocked, why, situation)
            try await ledger.fail(why, situation)
            return .failed
        }
    }

    private func retryLater(
        _ failure: EngineFailure, _ situation: Situation
    ) async throws -> Outcome {
        try await ledger.show(situation.status?.phase ?? .pending, failure.message, situation)
        try await ledger.wait(
            for: "\(failure.message) It will be tried again.", situation)
        return .failed
    }

    /// Nobody knows the address of a service that was never ready: it may have another.
    private func movePort(
        from port: Int, _ failure: EngineFailure, _ situation: Situation
    ) async throws -> Outcome {
        let id = situation.instance.id
        guard
            let free = try await ledger.movePort(
                of: id, from: port, within: hostPorts, since: failure.message)
        else {
            return try await retryLater(failure, situation)
        }
        try await ledger.tell("port \(port) is taken; using \(free)", situation)
        return .again
    }

    private func log(_ message: String, _ situation: Situation, _ more: Logger.Metadata) {
        var metadata: Logger.Metadata = ["instance": .string(situation.instance.name)]
        if let operation = situation.operation {
            metadata["operation"] = .string(operation.id.rawValue)
        }
        logger.info("\(message)", metadata: metadata.merging(more) { $1 })
    }
}

extension Act {
    /// Whether it changes the container itself, and not what that stands on.
    fileprivate var changesWorkload: Bool {
        switch self {
        case .pullImage, .createClaim, .guardClaim, .reattachClaim, .grow: false
        case .createWorkload, .start, .stop, .restart, .remove: true
        }
    }
}

import DockerAPI
package import Domain

extension DockerEngine {
    package func observe(_ desired: Desired) async throws(EngineFailure) -> Observed {
        let instance = desired.workload.instanceID
        remember(desired.claimNames, of: instance)
        let own = try await containers(of: instance)
        var observed = Observed()
        for summary in own {
            if let workload = try await workload(summary.id, desired) {
                observed.workloads.append(workload)
            }
        }
        observed.intruders = try await users(of: desired.claims.map(\.name))
            .filter { user in !own.contains { $0.id == user.id } && user.mayWrite }
            .map(\.title)
        for name in desired.claims.map(\.name) {
            observed.claims[name] = try await claim(name)
        }
        for name in desired.retired.map(\.name) {
            observed.claims[name] = try await retiredClaim(name)
        }
        // A container keeps its image; only for another one it must be looked for.
        let image = desired.workload.spec.image
        let isInUse = observed.workloads.contains { $0.revision == desired.workload.revision }
        observed.hasImage = if isInUse { true } else { try await hasImage(image) }
        return observed
    }

    /// The instance's containers, by their labels; oldest first.
    func containers(
        of instance: InstanceID
    ) async throws(EngineFailure) -> [ContainerSummary] {
        let filters = Filters(["label": ["\(Label.instance)=\(instance)"]])
        return try await ask { () throws(DockerError) in
            try await client.listContainers(filters)
        }
        .filter { isOwn($0.labels) && $0.labels?[Label.instance] == instance.rawValue }
        .sorted { ($0.created ?? 0, $0.id) < ($1.created ?? 0, $1.id) }
    }

    /// Every container that has one of the claims mounted, whether it runs or not.
    func users(of claims: [ClaimName]) async throws(EngineFailure) -> [ContainerSummary] {
        guard !claims.isEmpty else { return [] }
        let names = claims.map(\.rawValue)
        return try await ask { () throws(DockerError) in
            try await client.listContainers(Filters(["volume": names]))
        }
        .filter { ($0.mounts ?? []).contains { names.contains($0.name ?? "") } }
    }

    func volume(_ name: ClaimName) async throws(EngineFailure) -> VolumeInspection? {
        try await find { () throws(DockerError) in
            try await client.inspectVolume(name.rawValue)
        }
    }

    func container(_ id: String) async throws(EngineFailure) -> ContainerInspection? {
        try await find { () throws(DockerError) in try await client.inspectContainer(id) }
    }

    func hasImage(_ name: String) async throws(EngineFailure) -> Bool {
        try await find { () throws(DockerError) in try await client.inspectImage(name) } != nil
    }

    func isOwn(_ labels: [String: String]?) -> Bool {
        labels?[Label.install] == settings.install
    }

    private func remember(_ claims: [ClaimName], of instance: InstanceID) {
        claimants.withLock { known in
            for claim in claims { known[claim] = instance }
        }
    }

    /// `nil` where it went away since it was listed.
    private func workload(
        _ id: String, _ desired: Desired
    ) async throws(EngineFailure) -> Observed.Workload? {
        guard let seen = try await container(id) else { return nil }
        let revision = seen.config.labels?[Label.revision] ?? ""
        let made = ContainerBody(desired.workload, settings, usesInit: false)
        let name = settings.containerName(for: desired.workload.name)
        var drift: [String] = []
        if revision == desired.workload.revision {
            drift = seen.drift(from: made, named: name)
            drift += try await networkDrift(of: seen)
        }
        return Observed.Workload(
            id: WorkloadID(seen.id), revision: revision, drift: drift,
            state: seen.state(await health(of: seen, desired.workload)))
    }

    private func health(
        of seen: ContainerInspection, _ workload: Workload
    ) async -> Observed.Workload.Health {
        guard seen.isRunning else { return .starting }
        let check = workload.spec.health
        let trouble = await prober.trouble(
            with: check, host: settings.probeHost, port: workload.hostPort)
        guard let trouble else { return .ready }
        guard let startedAt = Instant(rfc3339: seen.state.startedAt ?? "") else {
            return .failing(trouble)
        }
        guard clock.now() < startedAt + check.startPeriod else { return .failing(trouble) }
        starters.add(
            Starters.Starter(
                instance: workload.instanceID, check: check, port: workload.hostPort,
                startedAt: startedAt))
        return .starting
    }
}

extension ContainerSummary {
    /// Whether a process in it may be writing, or will without anybody's asking.
    var mayWrite: Bool {
        ["running", "restarting", "paused", "stopping"].contains(state ?? "")
    }

    var plainName: String {
        names?.first.map { String($0.drop { $0 == "/" }) } ?? String(id.prefix(12))
    }

    /// Its name, for people.
    var title: String { "container \(plainName)" }
}

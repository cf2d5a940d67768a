import DockerAPI
package import Domain

extension DockerEngine {
    package func usage() async throws(EngineFailure) -> [ClaimName: ClaimUsage] {
        let filters = Filters(["label": ["\(Label.install)=\(settings.install)"]])
        let volumes = try await ask { () throws(DockerError) in
            try await client.listVolumes(filters)
        }
        .filter { isOwn($0.labels) }
        let backed = volumes.filter { $0.labels?[Label.backing] != nil }
        // Counted by the engine, file by file, and only where nothing knows it at once.
        var usage = backed.count < volumes.count ? try await counted() : [:]
        if !backed.isEmpty { try await backing?.settle() }
        for volume in backed where volume.labels?[Label.backing] == backing?.title {
            usage[ClaimName(volume.name)] = try await backing?.measure(ClaimName(volume.name))
        }
        return usage
    }

    private func counted() async throws(EngineFailure) -> [ClaimName: ClaimUsage] {
        let prefix = "hf-\(settings.install)-"
        let seen: DiskUsageBody
        do {
            seen = try await client.diskUsage()
        } catch {
            // Docker counts for one at a time; Podman gives up when a container goes meanwhile.
            guard case .refused(_, let message) = error else { throw EngineFailure(error) }
            throw .stale("The engine could not measure the volumes: \(message)")
        }
        var usage: [ClaimName: ClaimUsage] = [:]
        for volume in seen.volumes ?? [] where volume.name.hasPrefix(prefix) {
            guard let size = volume.usage?.size, size >= 0 else { continue }
            usage[ClaimName(volume.name)] = ClaimUsage(used: Bytes(size))
        }
        return usage
    }

    package func abilities() async throws(EngineFailure) -> EngineAbilities {
        EngineAbilities(
            sizes: backing.map { .enforced(by: $0.title) } ?? .advisory,
            growth: backing == nil ? .none : .online,
            changesLimitsLive: try await changesLimitsLive())
    }

    /// Asked about a container that cannot be: an engine that knows the request misses the
    /// container, one that does not misses the page.
    private func changesLimitsLive() async throws(EngineFailure) -> Bool {
        do {
            try await client.updateContainer("hf-\(settings.install)-nobody", UpdateBody())
            return true
        } catch {
            guard case .refused(let status, let message) = error else {
                throw EngineFailure(error)
            }
            return status != 404 || message.lowercased().contains("no such container")
        }
    }

    /// Makes a claim larger, where its size is more than a number.
    func grow(
        _ name: ClaimName, _ uid: ClaimUID, to size: Bytes
    ) async throws(EngineFailure) {
        guard let seen = try await volume(name),
            Observed.Claim(seen, install: settings.install).uid == uid
        else { throw .stale("Volume \(name) is not the one that was to be grown.") }
        try await backing(of: seen)?.grow(name, to: size)
    }
}

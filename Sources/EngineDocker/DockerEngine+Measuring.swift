import DockerAPI
package import Domain

extension DockerEngine {
    package func usage() async throws(EngineFailure) -> [ClaimName: ClaimUsage] {
        let prefix = "hf-\(settings.install)-"
        let seen = try await ask { () throws(DockerError) in try await client.diskUsage() }
        var usage: [ClaimName: ClaimUsage] = [:]
        for volume in seen.volumes ?? [] where volume.name.hasPrefix(prefix) {
            guard let size = volume.usage?.size, size >= 0 else { continue }
            usage[ClaimName(volume.name)] = ClaimUsage(used: Bytes(size))
        }
        return usage
    }

    package func abilities() async throws(EngineFailure) -> EngineAbilities {
        EngineAbilities(
            sizes: .advisory, growth: .none, changesLimitsLive: try await changesLimitsLive())
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
        let seen = try await volume(name).map {
            Observed.Claim($0, install: settings.install)
        }
        guard seen?.uid == uid else {
            throw .stale("Volume \(name) is not the one that was to be grown.")
        }
    }
}

import DockerAPI
import Domain

extension DockerEngine {
    /// Sees to it that there is one network of the installation, and no more than one.
    func ensureNetwork() async throws(EngineFailure) {
        let present = try await networks()
        if present.isEmpty { try await createNetwork() }
        try await removeDoubles(present)
    }

    /// In what a container that does not run cannot be started as it is: it knows its network by
    /// the id, and another of the same name does not help it.
    func networkDrift(of seen: ContainerInspection) async throws(EngineFailure) -> [String] {
        let ids = (seen.networkSettings?.networks ?? [:]).values.compactMap(\.networkID)
            .filter { !$0.isEmpty }
        guard !seen.isRunning, !ids.isEmpty else { return [] }
        let known = Set(try await networks().flatMap { [$0.id, $0.name] })
        return known.isDisjoint(with: ids) ? ["its network was removed"] : []
    }

    private func networks() async throws(EngineFailure) -> [NetworkInspection] {
        try await ask { () throws(DockerError) in
            try await client.listNetworks(Filters(["name": [settings.network]]))
        }
        .filter { $0.name == settings.network }
    }

    /// An engine may have made a second one, when the program ended while it made the first and
    /// was started again. The older stays, unless only the younger is in use.
    private func removeDoubles(_ present: [NetworkInspection]) async throws(EngineFailure) {
        var rest = present.sorted { ($0.created ?? "", $0.id) < ($1.created ?? "", $1.id) }
        for network in rest.reversed() where rest.count > 1 {
            do {
                try await client.removeNetwork(network.id)
            } catch {
                guard case .refused(let status, _) = error else { throw EngineFailure(error) }
                // The engine keeps what containers use.
                if status != 404 { continue }
            }
            rest.removeAll { $0.id == network.id }
        }
    }

    private func createNetwork() async throws(EngineFailure) {
        do {
            try await client.createNetwork(NetworkBody(settings, isolated: true))
        } catch {
            guard case .refused(let status, let message) = error else {
                throw EngineFailure(error)
            }
            // Docker answers 409 where somebody was faster, Podman 500: so look.
            if status == 409 { return }
            if try await !networks().isEmpty { return }
            // Any other trouble is no reason to give up on keeping services apart.
            guard message.contains("option") else { throw failure(message) }
            try await createOpenNetwork(since: message)
        }
    }

    /// For an engine that cannot keep containers apart, which `greeting` then says as well.
    private func createOpenNetwork(since message: String) async throws(EngineFailure) {
        do {
            try await client.createNetwork(NetworkBody(settings, isolated: false))
        } catch {
            guard case .refused(let status, let message) = error else {
                throw EngineFailure(error)
            }
            if status == 409 { return }
            if try await !networks().isEmpty { return }
            throw failure(message)
        }
        logger.warning(
            "the engine cannot keep services on one network apart: they can reach each other",
            metadata: ["network": "\(settings.network)", "reason": "\(message)"])
    }

    /// Also where the status is 404: so Docker says that it has no addresses left for networks.
    private func failure(_ message: String) -> EngineFailure {
        .failed("Network \(settings.network) could not be made: \(message)")
    }
}

import DockerAPI
import Domain

extension DockerEngine {
    /// Sees to it that there is one network of the installation, and no more than one.
    func ensureNetwork() async throws(EngineFailure) {
        await networkTurnstile.enter()
        defer { networkTurnstile.leave() }
        let present = try await networks()
        if present.isEmpty {
            try await createNetwork()
            try await fixAddresses()
        }
        try await removeDoubles(present)
    }

    /// Where the network gives addresses by port, this workload's.
    func fixedAddress(for workload: Workload) async throws(EngineFailure) -> String? {
        let networks = try await networks()
        // Of two, either may be the one that stays.
        guard networks.count == 1 else { return nil }
        return networks[0].address(forPort: workload.hostPort)
    }

    /// Makes a new network again, with the subnet that the engine has found to be free: only then
    /// it lets containers have addresses of our choice.
    private func fixAddresses() async throws(EngineFailure) {
        let made = try await networks()
        guard made.count == 1, let subnet = made[0].roomySubnet else { return }
        let isolated = made[0].options?[NetworkBody.isolation] == "false"
        do {
            try await client.removeNetwork(made[0].id)
            try await client.createNetwork(
                NetworkBody(settings, isolated: isolated, subnet: subnet))
        } catch {
            guard case .refused(_, let message) = error else { throw EngineFailure(error) }
            // It is in use already, or the subnet is not free any more: the next look sees.
            logger.notice(
                "the network leaves addresses to the engine", metadata: ["reason": "\(message)"])
            if try await networks().isEmpty { try await createNetwork() }
        }
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

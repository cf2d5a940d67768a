import DockerAPI
import Domain

extension DockerEngine {
    /// Makes the installation's network where there is none yet.
    func ensureNetwork() async throws(EngineFailure) {
        let present = try await find { () throws(DockerError) in
            try await client.inspectNetwork(settings.network)
        }
        if present != nil { return }
        do {
            try await client.createNetwork(NetworkBody(settings, isolated: true))
        } catch {
            guard case .refused(let status, let message) = error else {
                throw EngineFailure(error)
            }
            if status == 409 { return }
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

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
            if status != 409 { try await createOpenNetwork(since: message) }
        }
    }

    /// For an engine that cannot keep containers apart, which `greeting` then says as well.
    private func createOpenNetwork(since message: String) async throws(EngineFailure) {
        do {
            try await client.createNetwork(NetworkBody(settings, isolated: false))
        } catch {
            // Podman answers 500 where another was faster.
            let present = try await find { () throws(DockerError) in
                try await client.inspectNetwork(settings.network)
            }
            if present == nil { throw EngineFailure(error) }
            return
        }
        logger.warning(
            "the engine cannot keep services on one network apart: they can reach each other",
            metadata: ["network": "\(settings.network)", "reason": "\(message)"])
    }
}

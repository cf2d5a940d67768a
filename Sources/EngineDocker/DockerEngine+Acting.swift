import DockerAPI
package import Domain

extension DockerEngine {
    package func take(
        _ act: Act, progress: @Sendable (String) async -> Void
    ) async throws(EngineFailure) {
        switch act {
        case .pullImage(let image): try await pull(image, progress)
        case .createClaim(let claim): try await create(claim)
        // A volume is its bytes: nothing else takes it along, and nothing is left when it goes.
        case .guardClaim, .reattachClaim: break
        case .grow(let claim, let uid, let size): try await grow(claim, uid, to: size)
        case .createWorkload(let workload): try await create(workload)
        case .start(let id, let workload): try await start(id.rawValue, workload)
        case .stop(let id, let timeout): try await stop(id.rawValue, timeout)
        case .restart(let id, let timeout): try await restart(id.rawValue, timeout)
        case .remove(let id, _): try await remove(id.rawValue)
        }
    }

    private func stop(_ id: String, _ timeout: Duration) async throws(EngineFailure) {
        // Podman does not stop what is paused.
        if try await container(id)?.state.status == "paused" {
            _ = try await find { () throws(DockerError) in
                try await client.unpauseContainer(id)
            }
        }
        _ = try await find { () throws(DockerError) in
            try await client.stopContainer(id, timeout: timeout)
        }
    }

    private func restart(_ id: String, _ timeout: Duration) async throws(EngineFailure) {
        do {
            try await client.restartContainer(id, timeout: timeout)
        } catch {
            throw EngineFailure(starting: error, id, port: try await publishedPort(of: id))
        }
    }

    /// Never by force: the engine itself refuses while a process runs.
    private func remove(_ id: String) async throws(EngineFailure) {
        do {
            try await client.removeContainer(id)
        } catch {
            let isOnItsWay = error.status == 409 && "\(error)".contains("already in progress")
            if error.status == 404 || isOnItsWay { return }
            // Docker answers 409 where the process runs, Podman 500: so look.
            let mayWrite = try await container(id)?.state(.starting).mayWrite ?? false
            throw mayWrite ? .stale("\(error)") : EngineFailure(error)
        }
    }

    private func publishedPort(of id: String) async throws(EngineFailure) -> Int? {
        let bindings = try await container(id)?.host.portBindings?.values.first
        return bindings?.first?.port.flatMap { Int($0) }
    }
}

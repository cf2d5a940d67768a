import NIOCore

extension DockerClient {
    /// One at a time: Docker before 25 looks for networks of that name first, and of two requests
    /// at once neither sees the other's. It would then find the network by its name no more.
    package func createNetwork(_ body: NetworkBody) async throws(DockerError) {
        await networkTurnstile.enter()
        defer { networkTurnstile.leave() }
        _ = try await answer(post("/networks/create", body: body))
    }

    /// - Throws: `refused` with status 404 where there is none.
    package func inspectNetwork(_ name: String) async throws(DockerError) -> NetworkInspection {
        try await read(get("/networks/\(percentEncoded(name))"))
    }

    package func listNetworks(
        _ filters: Filters = Filters()
    ) async throws(DockerError) -> [NetworkInspection] {
        try await read(get("/networks", query: filters.query))
    }

    package func connect(
        container id: String, toNetwork name: String
    ) async throws(DockerError) {
        let path = "/networks/\(percentEncoded(name))/connect"
        _ = try await answer(post(path, body: ConnectionBody(container: id)))
    }

    package func disconnect(
        container id: String, fromNetwork name: String
    ) async throws(DockerError) {
        let path = "/networks/\(percentEncoded(name))/disconnect"
        _ = try await answer(post(path, body: ConnectionBody(container: id)))
    }
}

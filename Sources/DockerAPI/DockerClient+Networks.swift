import NIOCore

extension DockerClient {
    package func createNetwork(_ body: NetworkBody) async throws(DockerError) {
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

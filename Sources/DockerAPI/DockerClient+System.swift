import NIOCore

extension DockerClient {
    /// The API version that the engine speaks, without the `v`; empty where it does not say.
    package func ping() async throws(DockerError) -> String {
        let response = try await get("/_ping")
        _ = try await answer(response)
        return response.headers.first(name: "Api-Version") ?? ""
    }

    package func version() async throws(DockerError) -> EngineVersion {
        try await read(get("/version"))
    }

    package func info() async throws(DockerError) -> EngineInfo {
        try await read(get("/info"))
    }

    /// How much the volumes hold: the engine counts every file of every volume, which takes its
    /// time. Engines that do not know `type` count images and containers too.
    package func diskUsage() async throws(DockerError) -> DiskUsageBody {
        try await read(
            get("/system/df", query: [("type", "volume")], .upTo(.seconds(600))))
    }

    package func report() async throws(DockerError) -> EngineReport {
        try await read(get("/info"))
    }

    /// What happens from now on, or since a moment (`1700000000.123456789`, by the engine's
    /// clock); ends when the engine goes, fails after ten silent minutes.
    package func events(
        _ filters: Filters = Filters(), since: String? = nil
    ) async throws(DockerError) -> DockerStream<JSONLines<EngineEvent>> {
        let since = since.map { [("since", $0)] } ?? []
        return try await stream(
            get("/events", query: filters.query + since, .feed), JSONLines())
    }
}

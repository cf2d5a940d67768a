extension KubernetesClient {
    /// What happens to the objects of a kind after a version of the world.
    ///
    /// The server ends it after four to eight minutes, not all watches at once.
    package func watch<Body: Decodable & Sendable>(
        _ kind: ResourceKind, in namespace: String? = nil, selector: String? = nil,
        from resourceVersion: String, as type: Body.Type = Body.self
    ) async throws(KubernetesError) -> KubernetesStream<WatchLines<Body>> {
        let seconds = 240 + Int(randomness.chance() * 240)
        let query =
            Self.selection(selector, nil) + [
                ("watch", "true"), ("allowWatchBookmarks", "true"),
                ("resourceVersion", resourceVersion), ("timeoutSeconds", "\(seconds)"),
            ]
        return try await open(try kind.path(in: namespace), query: query, .watch, WatchLines())
    }

    /// What a container has printed: the last `tail` lines, each with the time of its writing.
    ///
    /// - Parameter isPrevious: Of the container that ran before the one that runs.
    package func logs(
        of pod: ResourceName, container: String, tail: Int, follow: Bool,
        isPrevious: Bool = false
    ) async throws(KubernetesError) -> KubernetesStream<LogLines> {
        let query = [
            ("container", container), ("timestamps", "true"), ("tailLines", "\(max(0, tail))"),
            ("follow", "\(follow)"), ("previous", "\(isPrevious)"),
        ]
        return try await open(try pod.path("log"), query: query, .log, LogLines())
    }
}

import Domain
import NIOCore

extension DockerClient {
    package func listContainers(
        all: Bool = true, _ filters: Filters = Filters()
    ) async throws(DockerError) -> [ContainerSummary] {
        let query = [("all", all ? "1" : "0")] + filters.query
        return try await read(get("/containers/json", query: query))
    }

    /// Makes a container under `name`, and answers its id.
    package func createContainer(
        _ name: String, _ body: ContainerBody
    ) async throws(DockerError) -> String {
        let response = try await post("/containers/create", query: [("name", name)], body: body)
        return try await read(response, as: CreatedBody.self).id
    }

    package func inspectContainer(
        _ id: String
    ) async throws(DockerError) -> ContainerInspection {
        try await read(get("/containers/\(percentEncoded(id))/json"))
    }

    package func startContainer(_ id: String) async throws(DockerError) {
        try await order(id, "start", .upTo(.seconds(120)))
    }

    /// Asks the process to end, and kills it after `timeout`; one that has ended is no error.
    package func stopContainer(_ id: String, timeout: Duration) async throws(DockerError) {
        try await order(id, "stop", timeout: timeout)
    }

    package func restartContainer(_ id: String, timeout: Duration) async throws(DockerError) {
        try await order(id, "restart", timeout: timeout)
    }

    package func killContainer(_ id: String) async throws(DockerError) {
        try await order(id, "kill", .short)
    }

    /// Waits until the container has ended, and answers its exit code.
    package func waitForContainer(_ id: String) async throws(DockerError) -> Int {
        let response = try await post("/containers/\(percentEncoded(id))/wait", .watch)
        return try await read(response, as: WaitBody.self).statusCode
    }

    package func renameContainer(_ id: String, to name: String) async throws(DockerError) {
        let path = "/containers/\(percentEncoded(id))/rename"
        _ = try await answer(post(path, query: [("name", name)]))
    }

    /// Changes limits and restart policy of a container as it runs.
    package func updateContainer(_ id: String, _ body: UpdateBody) async throws(DockerError) {
        _ = try await answer(post("/containers/\(percentEncoded(id))/update", body: body))
    }

    package func pauseContainer(_ id: String) async throws(DockerError) {
        try await order(id, "pause", .short)
    }

    package func unpauseContainer(_ id: String) async throws(DockerError) {
        try await order(id, "unpause", .short)
    }

    /// What the container has printed: the last `tail` lines, each with the time of its writing.
    package func logs(
        of id: String, tail: Int, follow: Bool
    ) async throws(DockerError) -> DockerStream<LogFrames> {
        let query = [
            ("stdout", "1"), ("stderr", "1"), ("timestamps", "1"), ("tail", "\(max(0, tail))"),
            ("follow", follow ? "1" : "0"),
        ]
        let path = "/containers/\(percentEncoded(id))/logs"
        return try await stream(get(path, query: query, .watch), LogFrames())
    }

    /// Unpacks a tar into a folder of the container, which need not run.
    package func putArchive(
        _ tar: [UInt8], into folder: String, of id: String
    ) async throws(DockerError) {
        let path = "/containers/\(percentEncoded(id))/archive"
        _ = try await answer(
            send(tar: tar, by: .put, to: path, query: [("path", folder)], .upTo(.seconds(120))))
    }

    /// The first `count` bytes of the tar of a path in the container; fewer if it is shorter.
    package func archiveHead(
        _ count: Int, of path: String, in id: String
    ) async throws(DockerError) -> [UInt8] {
        let response = try await get(
            "/containers/\(percentEncoded(id))/archive", query: [("path", path)], .feed)
        let stream = DockerStream(response.body, RawBytes(), at: endpoint)
        var bytes: [UInt8] = []
        while bytes.count < count, let more = try await stream.next() { bytes += more }
        return Array(bytes.prefix(count))
    }

    private func order(_ id: String, _ verb: String, timeout: Duration) async throws(DockerError) {
        let seconds = max(0, (timeout.milliseconds + 999) / 1000)
        try await order(
            id, verb, .upTo(.seconds(seconds + 60)), query: [("t", "\(seconds)")])
    }

    private func order(
        _ id: String, _ verb: String, _ patience: Patience, query: [(String, String)] = []
    ) async throws(DockerError) {
        let path = "/containers/\(percentEncoded(id))/\(verb)"
        _ = try await answer(post(path, query: query, patience))
    }
}

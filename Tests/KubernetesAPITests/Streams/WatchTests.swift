import Domain
import KubernetesAPI
import Testing

/// Watches and logs as they come over the wire.
struct WatchTests {
    private func watch(
        _ client: KubernetesClient
    ) async throws -> KubernetesStream<WatchLines<Named>> {
        try await client.watch(.pod, in: "hf-a", selector: "app=a", from: "7")
    }

    @Test func whatHappensIsToldInOrder() async throws {
        let stream = Script.stream(
            Script.event("ADDED", "a", version: 8), Script.event("MODIFIED", "a", version: 9),
            Script.event("DELETED", "a", version: 10),
            #"{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"11"}}}"#,
            #"{"type":"ERROR","object":{"code":410,"reason":"Expired"}}"#)
        try await Rig.answering([stream + Script.end]) { rig in
            let stream = try await watch(rig.client)
            var events: [WatchEvent<Named>] = []
            while let event = try await stream.next() { events.append(event) }
            #expect(
                events == [
                    .added(Named("a"), version: "8"), .modified(Named("a"), version: "9"),
                    .deleted(Named("a"), version: "10"), .bookmark(version: "11"),
                    .error(StatusAnswer(code: 410, reason: "Expired")),
                ])
        }
    }

    @Test func bookmarksAndAnEndAreAskedFor() async throws {
        try await Rig.answering([Script.stream() + Script.end]) { rig in
            _ = try await watch(rig.client)
            let request = await rig.heard(1)[0]
            #expect(request.path == "GET /api/v1/namespaces/hf-a/pods")
            var query = request.query
            let seconds = query.removeValue(forKey: "timeoutSeconds").flatMap { Int($0) }
            #expect(seconds.map { (240...480).contains($0) } == true)
            #expect(
                query == [
                    "watch": "true", "allowWatchBookmarks": "true", "resourceVersion": "7",
                    "labelSelector": "app=a",
                ])
        }
    }

    @Test(arguments: [
        #"{"type":"ADDED","object":{"metadata":{"name":"a","resourc"#,
        Script.event("UNHEARD-OF", "a", version: 8) + "\n",
        #"{"type":"ADDED","object":{"metadata":{"name":"a"}}}"# + "\n",
    ])
    func whatCannotBeReadIsBroken(_ text: String) async throws {
        let answer = Script.stream(Script.event("ADDED", "a", version: 8))
        try await Rig.answering([answer + Script.raw(text) + Script.end]) { rig in
            let stream = try await watch(rig.client)
            _ = try await stream.next()
            let error = await #expect(throws: KubernetesError.self) { try await stream.next() }
            guard case .broken? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            let after = try await stream.next()
            #expect(after == nil)
        }
    }

    @Test func letGoAWatchClosesItsConnection() async throws {
        try await Rig.answering([Script.stream(Script.event("ADDED", "a", version: 8))]) { rig in
            var stream: KubernetesStream? = try await watch(rig.client)
            _ = try await stream?.next()
            stream = nil
            var ends = rig.server.ends.makeAsyncIterator()
            #expect(await ends.next() != nil)
        }
    }

    @Test func cancellingTheReaderClosesTheConnection() async throws {
        try await Rig.answering([Script.stream(Script.event("ADDED", "a", version: 8))]) { rig in
            let stream = try await watch(rig.client)
            _ = try await stream.next()
            await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = try await stream.next() }
                group.cancelAll()
                await #expect(throws: KubernetesError.cancelled) { try await group.next() }
            }
            var ends = rig.server.ends.makeAsyncIterator()
            #expect(await ends.next() != nil)
        }
    }

    /// Streams hold no place that others need.
    @Test func watchesAreNoRequestsUnderWay() async throws {
        let list = Script.list([], version: 1)
        try await Rig.run({ request in
            request.query["watch"] == nil ? list : Script.stream()
        }) { rig in
            var streams: [KubernetesStream<WatchLines<Named>>] = []
            for _ in 0..<100 { streams.append(try await watch(rig.client)) }
            let listed: ListAnswer<Named> = try await rig.client.list(.pod)
            #expect(listed.items == [])
            #expect(streams.count == 100)
        }
    }

    @Test func logsAreLines() async throws {
        let text = Script.raw("2026-01-01T00:00:00.5Z one t") + Script.raw("wo\r\n2026-01-02T00")
        let more = Script.raw(":00:00Z \n2026-01-03T00:00:00Z unfinished")
        try await Rig.answering([Script.stream() + text + more + Script.end]) { rig in
            let stream = try await rig.client.logs(
                of: ResourceName(.pod, "a", in: "b"), container: "c", tail: 5, follow: true)
            var lines: [LogLine] = []
            while let line = try await stream.next() { lines.append(line) }
            #expect(
                lines == [
                    LogLine(stream: .output, at: "2026-01-01T00:00:00.5Z", text: "one two"),
                    LogLine(stream: .output, at: "2026-01-02T00:00:00Z", text: ""),
                    LogLine(stream: .output, at: "2026-01-03T00:00:00Z", text: "unfinished"),
                ])
            let request = await rig.heard(1)[0]
            #expect(request.path == "GET /api/v1/namespaces/b/pods/a/log")
            #expect(
                request.query == [
                    "container": "c", "timestamps": "true", "tailLines": "5", "follow": "true",
                    "previous": "false",
                ])
        }
    }

    @Test func aRefusedWatchSaysWhy() async throws {
        try await Rig.answering([Script.refusal(410, reason: "Expired")]) { rig in
            let error = await #expect(throws: KubernetesError.self) {
                _ = try await watch(rig.client)
            }
            #expect(error?.reason == "Expired")
        }
    }
}

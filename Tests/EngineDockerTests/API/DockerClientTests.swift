import DockerAPI
import Domain
import Testing

/// The client against engines that answer as a script says.
@Suite(.timeLimit(.minutes(1)))
struct DockerClientTests {
    /// Runs `body` with a client of a scripted engine.
    func with(
        _ script: @escaping @Sendable (String) -> ScriptedDaemon.Reply,
        _ body: (DockerClient, ScriptedDaemon) async throws -> Void
    ) async throws {
        let daemon = try await ScriptedDaemon { line in
            line.hasPrefix("GET /_ping ") ? .open(ScriptedDaemon.pong) : script(line)
        }
        let client = try DockerClient(daemon.endpoint)
        do {
            try await body(client, daemon)
        } catch {
            await client.close()
            throw error
        }
        await client.close()
        try await daemon.close()
    }

    @Test func speaksTheEnginesVersionAndAsksForItOnce() async throws {
        let nothing = ScriptedDaemon.answer(#"{"Volumes":null}"#)
        try await with({ _ in .open(nothing) }) { client, daemon in
            let all = try await client.listVolumes()
            let some = try await client.listVolumes(Filters(["label": ["a=b c"]]))
            #expect(all + some == [])
            var lines: [String] = []
            for await line in daemon.requests {
                lines.append(line)
                if lines.count == 3 { break }
            }
            #expect(
                lines == [
                    "GET /_ping HTTP/1.1", "GET /v1.99/volumes HTTP/1.1",
                    "GET /v1.99/volumes?filters=%7B%22label%22%3A%5B%22a%3Db%20c%22%5D%7D HTTP/1.1",
                ])
        }
    }

    @Test func tellsRefusalsInTheEnginesWords() async throws {
        let refusal = ScriptedDaemon.answer(
            #"{"message":"no space left on device"}"#, status: "507 Insufficient Storage")
        try await with({ _ in .open(refusal) }) { client, _ in
            await #expect(
                throws: DockerError.refused(status: 507, message: "no space left on device")
            ) { try await client.createVolume(VolumeBody(name: "a")) }
        }
    }

    @Test func namesDoNotReachBeyondTheirPlace() async throws {
        let refusal = ScriptedDaemon.answer(#"{"message":"no"}"#, status: "404 Not Found")
        try await with({ _ in .open(refusal) }) { client, daemon in
            _ = try? await client.inspectVolume("../containers/x?a=b")
            var lines = daemon.requests.makeAsyncIterator()
            _ = await lines.next()
            #expect(
                await lines.next()
                    == "GET /v1.99/volumes/..%2Fcontainers%2Fx%3Fa%3Db HTTP/1.1")
        }
    }

    @Test func aPullAsksForOneTagOnly() async throws {
        let done = ScriptedDaemon.answer(#"{"status":"done"}"#)
        try await with({ _ in .open(done) }) { client, daemon in
            for name in ["a.example:5000/b/c", "ghost:5-alpine", "b@sha256:00"] {
                let lines = try await client.pullImage(name)
                while try await lines.next() != nil {}
            }
            var lines: [String] = []
            for await line in daemon.requests {
                lines.append(line)
                if lines.count == 4 { break }
            }
            let path = "POST /v1.99/images/create?fromImage="
            #expect(
                lines.dropFirst() == [
                    "\(path)a.example%3A5000%2Fb%2Fc&tag=latest HTTP/1.1",
                    "\(path)ghost&tag=5-alpine HTTP/1.1",
                    "\(path)b%40sha256%3A00 HTTP/1.1",
                ])
        }
    }

    @Test func letGoAStreamClosesItsConnection() async throws {
        let line = #"{"Type":"container"}"# + "\n"
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        let chunk = "\(String(line.utf8.count, radix: 16))\r\n\(line)\r\n"
        try await with({ _ in .open(head + chunk) }) { client, daemon in
            var stream: DockerStream? = try await client.events()
            #expect(try await stream?.next()?.type == "container")
            stream = nil
            var ends = daemon.ends.makeAsyncIterator()
            #expect(await ends.next() != nil)
        }
    }

    @Test func saysWhyNobodyAnswers() async throws {
        let daemon = try await ScriptedDaemon { _ in .done("") }
        try await daemon.close()
        for endpoint in [daemon.endpoint, DockerEndpoint(socket: "/nowhere/docker.sock")] {
            let client = try DockerClient(endpoint)
            let error = await #expect(throws: DockerError.self) { try await client.ping() }
            await client.close()
            guard case .unreachable(let why)? = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(why.contains(endpoint.description))
            #expect(why.contains("Start"))
        }
    }
}

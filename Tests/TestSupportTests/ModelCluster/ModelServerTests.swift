import AsyncHTTPClient
import NIOCore
import TestSupport
import Testing
import Wire

/// The model over HTTP: what a client meets on the way.
@Suite struct ModelServerTests {
    private static let path = "/api/v1/namespaces/default/configmaps"

    private static func ask(
        _ server: ModelServer, _ target: String, token: String? = nil
    ) async throws -> HTTPClientResponse {
        var request = HTTPClientRequest(url: server.url + target)
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        return try await HTTPClient.shared.execute(request, timeout: .seconds(30))
    }

    private static func make(_ name: String, at server: ModelServer) {
        server.ask("POST", path, ["metadata": ["name": .string(name)]])
    }

    @Test func answersAreJSON() async throws {
        let server = try await ModelServer()
        let response = try await Self.ask(server, "\(Self.path)/none")
        #expect(response.status == .notFound)
        let text = String(buffer: try await response.body.collect(upTo: 100_000))
        #expect(JSONValue(parsing: text)?["reason"] == "NotFound")
        #expect(server.requests.map(\.path) == ["\(Self.path)/none"])
        #expect(server.writes == 0)
        try await server.close()
    }

    @Test func strangersAreNotLetIn() async throws {
        let server = try await ModelServer(token: "secret")
        #expect(try await Self.ask(server, "/version").status == .unauthorized)
        #expect(try await Self.ask(server, "/version", token: "secret").status == .ok)
        try await server.close()
    }

    @Test func aWatchIsToldWhatHappensUntilItEnds() async throws {
        let server = try await ModelServer()
        Self.make("first", at: server)
        let response = try await Self.ask(
            server, "\(Self.path)?watch=1&allowWatchBookmarks=true")
        var lines = Lines(response.body)
        #expect(try await lines.next()?["object"]?.name == "first")
        Self.make("second", at: server)
        #expect(try await lines.next()?["object"]?.name == "second")
        server.sendBookmarks()
        #expect(try await lines.next()?["type"] == "BOOKMARK")
        server.holdEvents()
        Self.make("third", at: server)
        server.releaseEvents()
        #expect(try await lines.next()?["object"]?.name == "third")
        server.endWatches()
        #expect(try await lines.next() == nil)
        try await server.close()
    }

    @Test func aWatchEndsWithABookmarkWhenItsTimeIsOver() async throws {
        let server = try await ModelServer()
        let response = try await Self.ask(
            server, "\(Self.path)?watch=1&allowWatchBookmarks=true&timeoutSeconds=1")
        var lines = Lines(response.body)
        #expect(try await lines.next()?["type"] == "BOOKMARK")
        #expect(try await lines.next() == nil)
        try await server.close()
    }

    @Test func aLineBreaksOff() async throws {
        let server = try await ModelServer()
        server.breakNextEvent()
        Self.make("first", at: server)
        let response = try await Self.ask(server, "\(Self.path)?watch=1")
        await #expect(throws: (any Error).self) {
            _ = try await response.body.collect(upTo: 100_000)
        }
        try await server.close()
    }

    @Test func faultsMeetTheRequestsTheyAreMeantFor() async throws {
        let server = try await ModelServer()
        server.inject(ModelFault(.refuse(429, retryAfter: 3)) { $0.path == "/version" })
        #expect(try await Self.ask(server, "/readyz").status == .ok)
        let refused = try await Self.ask(server, "/version")
        #expect(refused.status == .tooManyRequests)
        #expect(refused.headers.first(name: "Retry-After") == "3")
        #expect(try await Self.ask(server, "/version").status == .ok)
        try await server.close()
    }

    /// It is done, and nobody is told.
    @Test(arguments: [(ModelFault.Act.dropAfter, true), (.dropBefore, false)])
    func answersAreLost(_ act: ModelFault.Act, _ isDone: Bool) async throws {
        let server = try await ModelServer()
        server.inject(ModelFault(act, times: 100) { $0.method == "POST" })
        var request = HTTPClientRequest(url: server.url + Self.path)
        request.method = .POST
        request.body = .bytes(ByteBuffer(string: #"{"metadata":{"name":"a"}}"#))
        await #expect(throws: (any Error).self) {
            _ = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        }
        let isThere = server.withCluster { !$0.objects(of: .configMap).isEmpty }
        #expect(isThere == isDone)
        try await server.close()
    }

    /// JSON, a line at a time.
    private struct Lines {
        private var bytes: HTTPClientResponse.Body.AsyncIterator
        private var text = ""

        init(_ body: HTTPClientResponse.Body) { bytes = body.makeAsyncIterator() }

        mutating func next() async throws -> JSONValue? {
            while true {
                if let end = text.firstIndex(of: "\n") {
                    let line = String(text[..<end])
                    text = String(text[text.index(after: end)...])
                    return JSONValue(parsing: line)
                }
                guard let buffer = try await bytes.next() else { return nil }
                text += String(buffer: buffer)
            }
        }
    }
}

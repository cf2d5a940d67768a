import AsyncHTTPClient
import Synchronization
import Testing
import Wire

/// A server that is killed and comes back at another address, and a customer who asks again until
/// it answers.
final class House: Sendable {
    let install: Install
    let client: HTTPClient
    private let server: Mutex<Server>
    private let token: String

    init(_ install: Install, client: HTTPClient) async throws {
        let server = try await install.serve(["--undo-window", "72h"])
        // A login would soon be over.
        let reply: TokenReply = try await install.customer(of: server).send(
            .POST, "me/tokens", json: TokenBody(name: "soak", scope: "operate")
        ).read()
        token = try #require(reply.secret)
        self.install = install
        self.client = client
        self.server = Mutex(server)
    }

    /// The server as it is now, asked by the customer.
    var visitor: Visitor {
        Visitor(server: server.withLock(\.url), token: token, client: client)
    }

    /// The server, asked by the first admin.
    func admin() async throws -> Visitor {
        try await install.admin(of: server.withLock(\.self))
    }

    func kill() async { await server.withLock(\.self).run.kill() }

    func comeBack(isHasty: Bool) async throws {
        let new = try await install.serve(["--undo-window", isHasty ? "2s" : "72h"])
        server.withLock { $0 = new }
    }

    /// Asks until there is an answer, whatever that says.
    func ask<Value>(
        _ what: Comment, _ question: (Visitor) async throws -> Value
    ) async throws -> Value {
        try await eventually("No answer: \(what)") {
            do {
                return try await question(visitor)
            } catch let answer as Reply.Unreadable {
                throw answer
            } catch {
                // It was killed, or is just about to come back.
                try Task.checkCancellation()
                return nil
            }
        }
    }

    /// All pages of a list.
    func all<Item: Codable & Equatable & Sendable>(
        _ path: String, by visitor: Visitor, cursor: String = "after"
    ) async throws -> [Item] {
        var items: [Item] = []
        var next: String?
        repeat {
            let more = next.map { "&\(cursor)=\($0)" } ?? ""
            let page: PageReply<Item> = try await visitor.get("\(path)?limit=100\(more)")
            items += page.items
            next = page.next
        } while next != nil
        return items
    }
}

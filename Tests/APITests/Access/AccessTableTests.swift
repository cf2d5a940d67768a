import Hummingbird
import Testing
import Wire

@testable import API

/// Every route of the router, asked by everybody: nobody can do what is not theirs.
struct AccessTableTests {
    /// The rows of the table; a route that cannot be foretold fails by its name.
    private func tables(_ world: World) -> [AccessTable] {
        world.router.mounted().routes.compactMap { route in
            let (method, path) = (route.method, route.path.description)
            let endpoint = Contract.endpoints.first { $0.method == method && $0.path == path }
            guard let endpoint else {
                Issue.record("\(method) \(path) has no Endpoint, so nobody knows whose it is.")
                return nil
            }
            do {
                return try AccessTable(endpoint)
            } catch {
                Issue.record(error)
                return nil
            }
        }
    }

    @Test func everybodyGetsWhatIsTheirs() async throws {
        let made = try await AccessWorld()
        let tables = tables(made.world)
        #expect(tables.count > 40)
        try await made.world.test { client in
            var here = made
            try await here.furnish(client)
            for table in tables {
                for visitor in Visitor.allCases {
                    guard let expected = table.verdict(for: visitor) else { continue }
                    let answer = try await here.ask(table, as: visitor, client)
                    let verdict = try answer.verdict()
                    // Of what only admins know there is none in this world.
                    if expected == .served, verdict == .notFound, table.thing == nil,
                        table.endpoint.access == .admin
                    {
                        continue
                    }
                    #expect(
                        verdict == expected,
                        "\(table.endpoint.method) \(table.endpoint.path) as \(visitor.rawValue)")
                }
            }
        }
    }

    /// Nobody can tell what is somebody else's from what is not there.
    @Test func whatIsAnothersIsAnsweredLikeNothing() async throws {
        let made = try await AccessWorld()
        let tables = tables(made.world).filter(\.isOwned)
        #expect(tables.count > 12)
        try await made.world.test { client in
            var here = made
            try await here.furnish(client)
            for table in tables {
                for visitor in [Visitor.stranger, .admin, .adminOperates]
                where table.verdict(for: visitor) == .notFound {
                    let theirs = try await here.ask(table, as: visitor, client)
                    let none = try await here.ask(table, as: visitor, client, about: "nothing")
                    #expect(
                        try Self.bare(theirs) == Self.bare(none),
                        "\(table.endpoint.method) \(table.endpoint.path) as \(visitor.rawValue)")
                    #expect(theirs.headers[.contentType] == none.headers[.contentType])
                }
            }
        }
    }

    /// Without the name of the thing that was asked for, and of the request.
    private static func bare(_ answer: Answer) throws -> Problem {
        var problem = try answer.problem
        let asked = problem.detail?.firstMatch(of: /“(.*)”/).map { String($0.1) } ?? ""
        problem.requestId = nil
        problem.detail = problem.detail?.replacing(asked, with: "…")
        problem.instance = problem.instance?.replacing(asked, with: "…")
        return problem
    }

    /// Lists show one's own things only.
    @Test func nobodyHearsOfOthersThings() async throws {
        let made = try await AccessWorld()
        let tables = tables(made.world).filter { $0.endpoint.method == .get }
        try await made.world.test { client in
            var here = made
            try await here.furnish(client)
            for table in tables {
                for visitor in [Visitor.stranger, .adminReads, .newcomer] {
                    let answer = try await here.ask(table, as: visitor, client, about: "nothing")
                    let told = here.secrets.filter(answer.text.contains)
                    #expect(
                        told == [],
                        "\(table.endpoint.method) \(table.endpoint.path) as \(visitor.rawValue)")
                }
            }
            let own = try await here.client(.owner, client).get("/api/v1/subscriptions")
            #expect(own.text.contains(here.secrets[0]))
        }
    }

    /// The table can fail: by name, where it does not know whose the things are.
    @Test func aRouteThatNobodyForesawIsNamed() {
        let odd = Endpoint(.get, "/api/v1/odd/{id}", "showOdd", "What is this?").takes(
            Parameter(
                name: "id", place: .path, about: "Of something.", schema: ["type": "string"],
                example: "odd"))
        let error = #expect(throws: AccessTable.Unforeseen.self) { try AccessTable(odd) }
        #expect(error?.description.contains("/api/v1/odd/{id}") == true)
    }
}

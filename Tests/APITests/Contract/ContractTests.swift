import API
import Domain
import FoundationEssentials
import Hummingbird
import Testing
import Wire

/// The document that is served, and whether it is true.
struct ContractTests {
    private let document: JSONValue

    init() throws { document = try OpenAPIDocument.json() }

    private var operations: [JSONValue] {
        (document["paths"] ?? [:]).members.values.flatMap(\.members.values)
    }

    @Test func itIsServedToAnybodyAndCanBeAskedForAgain() async throws {
        let world = try await World()
        try await world.test { client in
            let first = try await client.get("/api/v1/openapi.json")
            #expect(first.status == 200)
            #expect(first.headers[.contentType] == "application/json")
            #expect(first.headers[.cacheControl] == "no-cache")
            #expect(try first.decoded(JSONValue.self) == document)
            let tag = try #require(first.headers[.eTag])
            for known in [tag, "\"other\", \(tag)", "W/\(tag)", "*"] {
                let again = try await client.get(
                    "/api/v1/openapi.json", ["If-None-Match": known])
                #expect(again.status == 304)
                #expect(again.headers[.eTag] == tag)
                #expect(again.body.isEmpty)
            }
            let other = try await client.get(
                "/api/v1/openapi.json", ["If-None-Match": "\"other\""])
            #expect(other.status == 200)
        }
    }

    @Test func everyRouteIsInItAndNothingElse() async throws {
        let router = try await World().router.mounted()
        let mounted = Set(router.routes.map { "\($0.method.rawValue) \($0.path.description)" })
        let told = Contract.endpoints.map { "\($0.method.rawValue) \($0.path)" }
        #expect(mounted.subtracting(told) == [], "Give each an Endpoint beside its routes.")
        #expect(Set(told).subtracting(mounted) == [], "There are no such routes.")
        #expect(told.count == Set(told).count)
        #expect(operations.count == told.count)
    }

    @Test func operationsHaveNamesOfTheirOwn() throws {
        let names = operations.compactMap { $0["operationId"]?.text }
        #expect(names.count == operations.count)
        #expect(Set(names).count == names.count)
        let links = try #require(document["components"]?["links"]).members.values
        #expect(!links.isEmpty)
        for link in links {
            #expect(names.contains(link["operationId"]?.text ?? ""), "\(link)")
        }
    }

    @Test func everyReferenceLeadsSomewhere() {
        let references = document.references
        #expect(references.count > 100)
        let lost = references.filter { SchemaCheck(document: document).resolve($0) == nil }
        #expect(Set(lost) == [])
    }

    @Test func everyVariableOfAPathIsAParameter() {
        for endpoint in Contract.endpoints {
            let parts = endpoint.path.split(separator: "/").filter { $0.hasPrefix("{") }
            let operation = document["paths"]?[endpoint.path]?[
                endpoint.method.rawValue.lowercased()]
            let parameters = operation?["parameters"]?.items ?? []
            let names = parameters.filter { $0["in"] == "path" }.compactMap { $0["name"]?.text }
            #expect(names == parts.map { String($0.dropFirst().dropLast()) }, "\(endpoint.path)")
        }
    }

    @Test func whatNeedsNoTokenSaysSo() async throws {
        let world = try await World()
        try await world.test { client in
            for endpoint in Contract.endpoints {
                let answer = try await client.send(
                    endpoint.method, endpoint.path.replacing(/{\w+}/, with: "x"))
                let operation = document["paths"]?[endpoint.path]?[
                    endpoint.method.rawValue.lowercased()]
                #expect((operation?["security"] == []) == (answer.status != 401))
            }
        }
    }

    @Test func everyProblemIsListedAndEveryListedOneExists() throws {
        let listed = document["components"]?["schemas"]?["Problem"]?["properties"]?["type"]
        let types = try #require(listed?["anyOf"]).items.compactMap { $0["const"]?.text }
        #expect(types.sorted() == (ProblemKind.allCases.map(\.type) + ["about:blank"]).sorted())
        let met = Contract.endpoints.reduce(into: Set<ProblemKind>()) {
            $0.formUnion($1.refusals)
        }
        // A method that a path does not have belongs to no operation.
        #expect(Set(ProblemKind.allCases).subtracting(met) == [.method])
    }
}

extension JSONValue {
    /// Whatever is referred to anywhere within.
    fileprivate var references: [String] {
        [self["$ref"]?.text].compactMap(\.self)
            + members.values.flatMap(\.references) + items.flatMap(\.references)
    }
}

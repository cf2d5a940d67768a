import KubernetesAPI
import TestSupport
import Testing

@testable import Doctor

/// The table of needs, beside what the engine really asks an API server for.
@Suite("What the doctor asks rights for") struct ClusterNeedsTests {
    @Test("is what the engine asks a cluster for") func asked() async throws {
        let server = try await ModelServer()
        let engine = try EngineAtWork(server)
        try await engine.live()
        let asked = Set(server.requests.flatMap(Self.needs(of:)))
        try await server.close()
        #expect(asked.subtracting(ClusterNeeds.all) == [])
        #expect(Set(ClusterNeeds.all).subtracting(asked) == [])
        #expect(Set(ClusterNeeds.all).count == ClusterNeeds.all.count)
    }

    /// Of discovery, which everybody may ask for, none.
    private static func needs(of request: ModelRequest) -> [ClusterNeed] {
        var parts = request.path.split(separator: "/").map(String.init)[...]
        let group = parts.popFirst() == "apis" ? parts.popFirst() ?? "" : ""
        guard parts.popFirst() == "v1", parts.first != "selfsubjectaccessreviews" else {
            return []
        }
        if parts.first == "namespaces", parts.count > 2 { parts = parts.dropFirst(2) }
        guard let plural = parts.popFirst()
        else { return [] }
        let known = ClusterNeeds.all.map(\.kind).first { kind in
            kind.group == group && kind.plural == plural
        }
        let kind = known ?? ResourceKind(group: group, "Unknown", plural: plural)
        let (name, subresource) = (parts.popFirst(), parts.popFirst())
        return verbs(of: request, isOne: name != nil).map { ClusterNeed($0, kind, subresource) }
    }

    /// What is applied is made where it is absent.
    private static func verbs(of request: ModelRequest, isOne: Bool) -> [String] {
        switch request.method {
        case "GET" where isOne: ["get"]
        case "GET": [request.isWatch ? "watch" : "list"]
        case "POST": ["create"]
        case "PATCH":
            request.contentType == "application/apply-patch+yaml" ? ["patch", "create"] : ["patch"]
        case "DELETE": ["delete"]
        default: [request.method]
        }
    }
}

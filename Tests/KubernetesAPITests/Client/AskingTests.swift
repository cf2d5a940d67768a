import KubernetesAPI
import Testing

struct AskingTests {
    @Test func theVersionIsAskedFor() async throws {
        let answer = Script.answer(#"{"major":"1","minor":"36","gitVersion":"v1.36.2"}"#)
        try await Rig.answering([answer]) { rig in
            let version = try await rig.client.version()
            #expect(version.gitVersion == "v1.36.2")
        }
    }

    @Test(arguments: [true, false]) func rightsAreAskedFor(_ allowed: Bool) async throws {
        try await Rig.answering([Script.answer(#"{"status":{"allowed":\#(allowed)}}"#)]) { rig in
            let answer = try await rig.client.allows(
                verb: "create", resource: "pods", subresource: "eviction", namespace: "hf-a")
            #expect(answer == allowed)
            let request = await rig.heard(1)[0]
            #expect(
                request.line == "POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews")
            #expect(
                request.body?["spec"]?["resourceAttributes"] == [
                    "verb": "create", "group": "", "resource": "pods",
                    "subresource": "eviction", "namespace": "hf-a",
                ])
        }
    }

    @Test func kindsAreLookedUp() async throws {
        let known = Script.answer(#"{"resources":[{"name":"statefulsets"}]}"#)
        let unknown = Script.answer("404 page not found", status: "404 Not Found")
        try await Rig.answering([known, known, unknown]) { rig in
            var known: [Bool] = []
            for kind in [ResourceKind.statefulSet, .pod, .ingress] {
                known.append(try await rig.client.has(kind))
            }
            #expect(known == [true, false, false])
            #expect(
                await rig.heard(3).map(\.line) == [
                    "GET /apis/apps/v1", "GET /api/v1", "GET /apis/networking.k8s.io/v1",
                ])
        }
    }

    @Test func aRefusalIsNoAbsence() async throws {
        try await Rig.answering([Script.refusal(403)]) { rig in
            await #expect(throws: KubernetesError.self) { try await rig.client.has(.pod) }
        }
    }
}

import KubernetesAPI
import Testing
import Wire

/// Reading and writing single objects.
struct ObjectTests {
    private let pod = ResourceName(.pod, "blog-0", in: "hf-a")
    private let found = Script.answer(#"{"metadata":{"name":"blog-0"}}"#)

    @Test func anObjectIsRead() async throws {
        try await Rig.answering([found]) { rig in
            let read: Named = try await rig.client.get(pod)
            #expect(read == Named("blog-0"))
            let request = await rig.heard(1)[0]
            #expect(request.line == "GET /api/v1/namespaces/hf-a/pods/blog-0")
            #expect(request.headers["accept"] == "application/json")
        }
    }

    @Test func whatIsNotThereIsNil() async throws {
        try await Rig.answering([Script.refusal(404, reason: "NotFound")]) { rig in
            let found = try await rig.client.find(pod, as: Named.self)
            #expect(found == nil)
        }
    }

    /// A path that no server knows says nothing about an object.
    @Test func anUnknownPathIsNoAbsence() async throws {
        let unknown = Script.answer("404 page not found\n", status: "404 Not Found")
        try await Rig.answering([unknown]) { rig in
            let status = StatusAnswer(code: 404, message: "404 page not found")
            await #expect(throws: KubernetesError.refused(status)) {
                try await rig.client.find(pod, as: Named.self)
            }
        }
    }

    @Test func refusalsAreToldInTheServersWords() async throws {
        let details = #"{"name":"blog-0","causes":[{"reason":"NamespaceTerminating"}]}"#
        let refusal = Script.refusal(
            403, reason: "Forbidden", message: "it ends", details: details)
        try await Rig.answering([refusal]) { rig in
            let error = await #expect(throws: KubernetesError.self) {
                try await rig.client.get(pod, as: Named.self)
            }
            let cause = StatusAnswer.Cause(reason: "NamespaceTerminating")
            let status = StatusAnswer(
                code: 403, reason: "Forbidden", message: "it ends",
                details: .init(name: "blog-0", causes: [cause]))
            #expect(error == .refused(status))
            #expect(error?.description == "it ends (403)")
        }
    }

    @Test func wordsThatAreNoStatusAreCutShort() async throws {
        let page = String(repeating: "x", count: 1000)
        try await Rig.answering([Script.answer(page, status: "400 Bad Request")]) { rig in
            let error = await #expect(throws: KubernetesError.self) {
                try await rig.client.get(pod, as: Named.self)
            }
            #expect(
                error == .refused(StatusAnswer(code: 400, message: String(page.prefix(300)))))
        }
    }

    @Test func beingSentElsewhereIsNoAnswer() async throws {
        let redirect = Script.answer(
            "", status: "302 Found", headers: "Location: https://login.example/\r\n")
        try await Rig.answering([redirect]) { rig in
            let error = await #expect(throws: KubernetesError.self) {
                try await rig.client.get(pod, as: Named.self)
            }
            #expect(error?.description.contains("https://login.example/") == true)
        }
    }

    @Test func applyingNamesTheObjectAndItsManager() async throws {
        try await Rig.answering([found]) { rig in
            let _: Named = try await rig.client.apply(
                ["metadata": ["labels": ["a": "b"]], "spec": ["replicas": 0]],
                to: ResourceName(.statefulSet, "blog", in: "hf-a"), manager: "holdfast",
                isDryRun: true)
            let request = await rig.heard(1)[0]
            #expect(request.path == "PATCH /apis/apps/v1/namespaces/hf-a/statefulsets/blog")
            #expect(
                request.query == ["fieldManager": "holdfast", "force": "true", "dryRun": "All"])
            #expect(request.headers["content-type"] == "application/apply-patch+yaml")
            #expect(
                request.body == [
                    "apiVersion": "apps/v1", "kind": "StatefulSet", "spec": ["replicas": 0],
                    "metadata": ["name": "blog", "namespace": "hf-a", "labels": ["a": "b"]],
                ])
        }
    }

    @Test func creatingGoesToAllOfTheKind() async throws {
        try await Rig.answering([found]) { rig in
            let _: Named = try await rig.client.create(
                [:], at: ResourceName(.namespace, "hf-a"), manager: "holdfast")
            let request = await rig.heard(1)[0]
            #expect(request.line == "POST /api/v1/namespaces?fieldManager=holdfast")
            #expect(
                request.body == [
                    "apiVersion": "v1", "kind": "Namespace", "metadata": ["name": "hf-a"],
                ])
        }
    }

    @Test func mergingSendsThePatchAsItIs() async throws {
        try await Rig.answering([found]) { rig in
            let patch: JSONValue = ["spec": ["claimRef": ["uid": .null]]]
            let _: Named = try await rig.client.merge(
                patch, into: ResourceName(.persistentVolume, "pv-1"), manager: "holdfast")
            let request = await rig.heard(1)[0]
            #expect(request.path == "PATCH /api/v1/persistentvolumes/pv-1")
            #expect(request.headers["content-type"] == "application/merge-patch+json")
            #expect(request.body == patch)
        }
    }

    @Test func scalingHoldsToWhatWasLookedAt() async throws {
        try await Rig.answering([found]) { rig in
            try await rig.client.scale(
                ResourceName(.statefulSet, "blog", in: "hf-a"), to: 0, resourceVersion: "7",
                manager: "holdfast")
            let request = await rig.heard(1)[0]
            #expect(
                request.path == "PATCH /apis/apps/v1/namespaces/hf-a/statefulsets/blog/scale")
            #expect(
                request.body == [
                    "metadata": ["resourceVersion": "7"], "spec": ["replicas": 0],
                ])
        }
    }

    @Test func evictingHoldsToThePodThatWasLookedAt() async throws {
        try await Rig.answering([found]) { rig in
            try await rig.client.evict(pod: pod, uid: "u")
            let request = await rig.heard(1)[0]
            #expect(request.line == "POST /api/v1/namespaces/hf-a/pods/blog-0/eviction")
            #expect(request.body?["deleteOptions"] == ["preconditions": ["uid": "u"]])
            for (name, uid) in [(pod, ""), (ResourceName(.node, "a"), "u")] {
                await #expect(throws: KubernetesError.self) {
                    try await rig.client.evict(pod: name, uid: uid)
                }
            }
        }
    }
}

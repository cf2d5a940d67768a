import KubernetesAPI
import Testing

struct ListTests {
    private func listed(by client: KubernetesClient) async throws -> ListAnswer<Named> {
        try await client.list(.pod, in: "hf-a", selector: "app=a")
    }

    @Test func allPagesAreRead() async throws {
        let answers = [
            Script.list(["a", "b"], version: 7, more: "t/1"), Script.list(["c"], version: 7),
        ]
        try await Rig.answering(answers) { rig in
            let items = ["a", "b", "c"].map { Named($0) }
            let list = try await listed(by: rig.client)
            #expect(list == ListAnswer(items: items, resourceVersion: "7"))
            let requests = await rig.heard(2)
            #expect(requests[0].path == "GET /api/v1/namespaces/hf-a/pods")
            #expect(requests[0].query == ["labelSelector": "app=a", "limit": "100"])
            #expect(requests[1].query["continue"] == "t/1")
        }
    }

    @Test func allNamespacesAreListedWhereNoneIsNamed() async throws {
        try await Rig.answering([Script.list([], version: 1)]) { rig in
            let _: ListAnswer<Named> = try await rig.client.list(
                .event, fieldSelector: "type=Warning")
            #expect(
                await rig.heard(1)[0].line
                    == "GET /api/v1/events?fieldSelector=type%3DWarning&limit=100")
        }
    }

    private let old = Script.refusal(410, reason: "Expired", message: "too old")

    /// The token that comes with a 410 leads to a list that was never true.
    @Test func aListThatGrowsTooOldIsBegunAgain() async throws {
        let answers = [
            Script.list(["a"], version: 7, more: "t"), old,
            Script.list(["b"], version: 9, more: "u"), Script.list(["c"], version: 9),
        ]
        try await Rig.answering(answers) { rig in
            let list = try await listed(by: rig.client)
            #expect(
                list == ListAnswer(items: [Named("b"), Named("c")], resourceVersion: "9"))
            let tokens = await rig.heard(4).map { $0.query["continue"] }
            #expect(tokens == [nil, "t", nil, "u"])
        }
    }

    @Test func pagesOfDifferentVersionsAreNoList() async throws {
        let answers = [
            Script.list(["a"], version: 7, more: "t"), Script.list(["b"], version: 8),
            Script.list(["c"], version: 9),
        ]
        try await Rig.answering(answers) { rig in
            let list = try await listed(by: rig.client)
            #expect(list == ListAnswer(items: [Named("c")], resourceVersion: "9"))
        }
    }

    @Test func aListThatAlwaysGrowsTooOldIsAnError() async throws {
        try await Rig.run({ request in
            request.query["continue"] == nil ? Script.list(["a"], version: 7, more: "t") : old
        }) { rig in
            let error = await #expect(throws: KubernetesError.self) {
                try await listed(by: rig.client)
            }
            #expect(error?.code == 410)
            #expect(await rig.heard(6).count == 6)
        }
    }

    @Test func aListThatNeverAgreesIsAnError() async throws {
        try await Rig.run({ request in
            request.query["continue"] == nil
                ? Script.list(["a"], version: 7, more: "t") : Script.list(["a"], version: 8)
        }) { rig in
            let error = await #expect(throws: KubernetesError.self) {
                try await listed(by: rig.client)
            }
            guard case .broken? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func anItemThatCannotBeReadIsNotPassedOver() async throws {
        let answer = Script.answer(#"{"metadata":{"resourceVersion":"1"},"items":[{}]}"#)
        try await Rig.answering([answer]) { rig in
            await #expect(throws: KubernetesError.self) { try await listed(by: rig.client) }
        }
    }
}

import TestSupport
import Testing
import Wire

@testable import KubernetesAPI

/// What is sent again, and when.
struct RetryTests {
    private let pod = ResourceName(.pod, "blog-0", in: "hf-a")
    private let found = Script.answer(#"{"metadata":{"name":"blog-0"}}"#)
    private let busy = Script.refusal(
        429, reason: "TooManyRequests", headers: "Retry-After: 7\r\n")

    /// Runs `body`, and turns the clock whenever somebody sleeps.
    private func turning<Value: Sendable>(
        _ clock: ManualClock, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> (Value, slept: [Duration]) {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            var slept: [Duration] = []
            group.addTask {
                try await body()
            }
            let (naps, nap) = AsyncStream.makeStream(of: Duration.self)
            group.addTask {
                for await case .sleeps(let duration) in clock.events {
                    nap.yield(duration)
                    clock.advance(by: duration)
                }
                return nil
            }
            let value = try await group.next() ?? nil
            group.cancelAll()
            nap.finish()
            for await duration in naps { slept.append(duration) }
            return (try #require(value), slept)
        }
    }

    @Test func overloadIsWaitedForAsLongAsTheServerSays() async throws {
        try await Rig.answering([busy, found]) { rig in
            let client = rig.client
            let (read, slept) = try await turning(rig.clock) {
                try await client.get(pod, as: Named.self)
            }
            #expect(read == Named("blog-0"))
            #expect(slept == [.seconds(7)])
            #expect(await rig.heard(2).count == 2)
        }
    }

    @Test func anOverloadedServerIsNotAskedForEver() async throws {
        try await Rig.answering([busy]) { rig in
            let client = rig.client
            let (error, _) = try await turning(rig.clock) {
                await #expect(throws: KubernetesError.self) {
                    try await client.get(pod, as: Named.self)
                }
            }
            #expect(error?.code == 429)
            #expect(await rig.heard(5).count == 5)
        }
    }

    @Test func whatWasNotDoneIsDoneAgain() async throws {
        try await Rig.answering([busy, found]) { rig in
            let client = rig.client
            let (made, _) = try await turning(rig.clock) {
                try await client.create([:], at: pod, manager: "m", as: Named.self)
            }
            #expect(made == Named("blog-0"))
        }
    }

    /// Nobody knows whether it was done.
    @Test func whatMayHaveBeenDoneIsNot() async throws {
        let down = Script.refusal(503, headers: "Retry-After: 1\r\n")
        try await Rig.answering([down, found]) { rig in
            let error = await #expect(throws: KubernetesError.self) {
                try await rig.client.create([:], at: pod, manager: "m", as: Named.self)
            }
            #expect(error?.code == 503)
        }
    }

    @Test func aMergeIsRepeatedOnlyOntoWhatWasLookedAt() async throws {
        let down = Script.refusal(503)
        let patch: JSONValue = ["metadata": ["resourceVersion": "7"]]
        try await Rig.answering([down, found, down]) { rig in
            let client = rig.client
            let (merged, _) = try await turning(rig.clock) {
                try await client.merge(patch, into: pod, manager: "m", as: Named.self)
            }
            #expect(merged == Named("blog-0"))
            let error = await #expect(throws: KubernetesError.self) {
                try await client.merge([:], into: pod, manager: "m", as: Named.self)
            }
            #expect(error?.code == 503)
        }
    }

    @Test func aConnectionThatBrokeIsMadeAnew() async throws {
        let script = Script(["", found])
        try await Rig.run({ request in
            let answer = script.next()
            if answer.isEmpty { request.hangUp() }
            return answer
        }) { rig in
            let client = rig.client
            let (read, _) = try await turning(rig.clock) {
                try await client.get(pod, as: Named.self)
            }
            #expect(read == Named("blog-0"))
        }
    }

    @Test func aBrokenConnectionMakesNothingTwice() async throws {
        try await Rig.run({ request in
            request.hangUp()
            return ""
        }) { rig in
            await #expect(throws: KubernetesError.self) {
                try await rig.client.create([:], at: pod, manager: "m", as: Named.self)
            }
            _ = await rig.heard(1)
        }
    }

    @Test func whoIsCancelledTriesNoMore() async throws {
        try await Rig.answering([busy]) { rig in
            let client = rig.client
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    await #expect(throws: KubernetesError.cancelled) {
                        try await client.get(pod, as: Named.self)
                    }
                }
                var events = rig.clock.events.makeAsyncIterator()
                _ = await events.next()
                group.cancelAll()
                try await group.waitForAll()
            }
        }
    }

    @Test func anOverloadedServerGetsLess() async throws {
        try await Rig.answering([busy, found]) { rig in
            let client = rig.client
            _ = try await turning(rig.clock) { try await client.get(pod, as: Named.self) }
            #expect(rig.client.gate.width(.reading) == 16)
        }
    }

    @Test func nobodyListens() async throws {
        try await Rig.answering([found]) { rig in
            try await rig.server.close()
            let error = await #expect(throws: KubernetesError.self) {
                try await rig.client.get(pod, as: Named.self)
            }
            #expect(error?.description.contains("Nobody listens at http://127.0.0.1") == true)
        }
    }
}

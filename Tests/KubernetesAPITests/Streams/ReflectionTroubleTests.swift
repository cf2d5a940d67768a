import KubernetesAPI
import TestSupport
import Testing

/// When nothing can be seen.
struct ReflectionTroubleTests {
    private typealias Change = ReflectedChange<Named>

    private let list = Script.list(["a"], version: 7)
    private let forbidden = Script.refusal(403, reason: "Forbidden")

    private func isInterrupted(_ change: Change?, code: Int) -> Bool {
        guard case .interrupted(let error)? = change else { return false }
        return error.code == code
    }

    /// The next change, once time has moved on for whoever rests.
    private func rested(
        _ reflection: Reflection<Named>, _ clock: ManualClock
    ) async throws
        -> (Change?, pause: Duration?)
    {
        try await withThrowingTaskGroup(of: Change?.self) { group in
            group.addTask { try await reflection.next() }
            var events = clock.events.makeAsyncIterator()
            var pause: Duration?
            while pause == nil, let event = await events.next() {
                // Longer is the wait for a watch that says nothing.
                if case .sleeps(let duration) = event, duration < .seconds(60) {
                    pause = duration
                }
            }
            clock.advance(by: pause ?? .zero)
            return (try await group.next() ?? nil, pause)
        }
    }

    @Test func troubleIsToldAndItGoesOn() async throws {
        let watch = Script.stream(Script.event("ADDED", "b", version: 8))
        try await Rig.answering([forbidden, forbidden, list, forbidden, list, watch]) { rig in
            let reflection = Reflection(of: .pod, from: rig.client, as: Named.self)
            let first = try await reflection.next()
            #expect(isInterrupted(first, code: 403))
            let (second, pause) = try await rested(reflection, rig.clock)
            #expect(isInterrupted(second, code: 403))
            #expect(pause.map { (.milliseconds(250) ... .milliseconds(500)).contains($0) } == true)
            let (third, longer) = try await rested(reflection, rig.clock)
            #expect(third == .listed([Named("a")]))
            #expect(longer.map { (.milliseconds(500) ... .seconds(1)).contains($0) } == true)
            let fourth = try await reflection.next()
            #expect(isInterrupted(fourth, code: 403))
        }
    }

    /// A server that lists, and lets nobody watch, is not listed without end.
    @Test func oneListDoesNotFollowAnotherAtOnce() async throws {
        try await Rig.run({ request in
            request.query["watch"] == nil ? list : Script.refusal(410, reason: "Expired")
        }) { rig in
            let reflection = Reflection(of: .pod, from: rig.client, as: Named.self)
            for _ in 0..<2 { _ = try await reflection.next() }
            let (third, pause) = try await rested(reflection, rig.clock)
            #expect(third == .listed([Named("a")]))
            #expect(pause.map { (.milliseconds(500) ... .seconds(1)).contains($0) } == true)
        }
    }

    /// The same line would come again from the same version.
    @Test func whatCannotBeReadIsNotAskedForWithoutEnd() async throws {
        let broken = Script.stream(#"{"type":"ADDED","object":{"metadata":{}}}"#)
        try await Rig.answering([list, broken, broken, list]) { rig in
            let reflection = Reflection(of: .pod, from: rig.client, as: Named.self)
            _ = try await reflection.next()
            let second = try await reflection.next()
            guard case .interrupted(.broken) = second else {
                Issue.record("\(second)")
                return
            }
            let (third, _) = try await rested(reflection, rig.clock)
            #expect(third == .listed([Named("a")]))
            #expect(
                await rig.heard(4).map { $0.query["resourceVersion"] } == [nil, "7", "7", nil])
        }
    }

    @Test func cancellingTheReaderClosesTheConnection() async throws {
        try await Rig.answering([list, Script.stream()]) { rig in
            let reflection = Reflection(of: .pod, from: rig.client, as: Named.self)
            _ = try await reflection.next()
            await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = try await reflection.next() }
                _ = await rig.heard(2)
                group.cancelAll()
                await #expect(throws: KubernetesError.cancelled) { try await group.next() }
            }
            var ends = rig.server.ends.makeAsyncIterator()
            #expect(await ends.next() != nil)
        }
    }

    /// Whoever is asked again after a cancellation has forgotten nothing.
    @Test func aCancelledReaderMissesNothing() async throws {
        let watch = Script.stream(Script.event("ADDED", "b", version: 8))
        try await Rig.answering([list, Script.stream(), watch]) { rig in
            let reflection = Reflection(of: .pod, from: rig.client, as: Named.self)
            _ = try await reflection.next()
            await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = try await reflection.next() }
                _ = await rig.heard(2)
                group.cancelAll()
            }
            let after = try await reflection.next()
            #expect(after == .changed(Named("b")))
            #expect(await rig.heard(1)[0].query["resourceVersion"] == "7")
        }
    }

    @Test func letGoItClosesItsConnection() async throws {
        let watch = Script.stream(Script.event("ADDED", "b", version: 8))
        try await Rig.answering([list, watch]) { rig in
            var reflection: Reflection? = Reflection(of: .pod, from: rig.client, as: Named.self)
            for _ in 0..<2 { _ = try await reflection?.next() }
            reflection = nil
            var ends = rig.server.ends.makeAsyncIterator()
            #expect(await ends.next() != nil)
        }
    }
}

import KubernetesAPI
import TestSupport
import Testing

/// What is known is kept up with what the server does, whatever becomes of the connection.
struct ReflectionTests {
    private typealias Change = ReflectedChange<Named>

    private func reflection(_ rig: Rig) -> Reflection<Named> {
        Reflection(of: .pod, in: "hf-a", selector: "app=a", from: rig.client)
    }

    /// The versions from which was listed (none) and watched.
    private func versions(_ rig: Rig, _ count: Int) async -> [String?] {
        await rig.heard(count).map { $0.query["resourceVersion"] }
    }

    private func next(
        _ count: Int, of reflection: Reflection<Named>
    ) async throws -> [Change] {
        var all: [Change] = []
        while all.count < count { all.append(try await reflection.next()) }
        return all
    }

    private let list = Script.list(["a", "b"], version: 7)
    private let listed = Change.listed([Named("a"), Named("b")])
    private let silent = Script.stream()
    private let bookmark =
        #"{"type":"BOOKMARK","object":{"metadata":{"name":"","resourceVersion":"20"}}}"#

    @Test func aListComesFirstAndThenWhatChanges() async throws {
        let watch = Script.stream(
            Script.event("ADDED", "c", version: 8), Script.event("MODIFIED", "a", version: 9),
            Script.event("DELETED", "b", version: 10))
        try await Rig.answering([list, watch]) { rig in
            let changes = try await next(4, of: reflection(rig))
            #expect(
                changes == [
                    listed, .changed(Named("c")), .changed(Named("a")), .gone(Named("b")),
                ])
            let requests = await rig.heard(2)
            #expect(requests.map { $0.query["labelSelector"] } == ["app=a", "app=a"])
            #expect(requests.map { $0.query["resourceVersion"] } == [nil, "7"])
        }
    }

    @Test func afterAnEndItGoesOnFromTheLastVersion() async throws {
        let first = Script.stream(Script.event("ADDED", "c", version: 8), bookmark) + Script.end
        let second = Script.stream(Script.event("ADDED", "d", version: 21))
        try await Rig.answering([list, first, second]) { rig in
            let changes = try await next(4, of: reflection(rig))
            #expect(
                changes == [listed, .changed(Named("c")), .confirmed, .changed(Named("d"))])
            #expect(await versions(rig, 3) == [nil, "7", "20"])
        }
    }

    @Test func aTruncatedLineIsToldAgainFromBeforeIt() async throws {
        let first =
            Script.stream(Script.event("ADDED", "c", version: 8))
            + Script.raw(#"{"type":"ADDED","object":{"meta"#) + Script.end
        let second = Script.stream(Script.event("ADDED", "d", version: 9))
        try await Rig.answering([list, first, second]) { rig in
            let changes = try await next(3, of: reflection(rig))
            #expect(changes == [listed, .changed(Named("c")), .changed(Named("d"))])
            #expect(await versions(rig, 3) == [nil, "7", "8"])
        }
    }

    @Test func aBrokenConnectionIsTakenUpAgain() async throws {
        let script = Script([
            list, Script.stream(Script.event("ADDED", "c", version: 8)),
            Script.stream(Script.event("ADDED", "d", version: 9)),
        ])
        try await Rig.run({ _ in script.next() }) { rig in
            let reflection = reflection(rig)
            let before = try await next(2, of: reflection)
            await rig.heard(2)[1].hangUp()
            let after = try await reflection.next()
            #expect(before + [after] == [listed, .changed(Named("c")), .changed(Named("d"))])
            #expect(await versions(rig, 1) == ["8"])
        }
    }

    @Test(arguments: [
        Script.refusal(410, reason: "Expired"),
        Script.stream(#"{"type":"ERROR","object":{"code":410,"reason":"Expired"}}"#),
        Script.stream(#"{"type":"ERROR","object":{"code":500}}"#),
    ])
    func whatIsTooLongAgoIsListedAgain(_ refusal: String) async throws {
        let answers = [
            list, refusal, Script.list(["c"], version: 30),
            Script.stream(Script.event("ADDED", "d", version: 31)),
        ]
        try await Rig.answering(answers) { rig in
            let changes = try await next(3, of: reflection(rig))
            #expect(changes == [listed, .listed([Named("c")]), .changed(Named("d"))])
            #expect(await versions(rig, 4) == [nil, "7", nil, "30"])
        }
    }

    @Test func aSilentWatchIsNotBelieved() async throws {
        let answers = [list, silent, Script.list(["c"], version: 3)]
        try await Rig.answering(answers) { rig in
            let reflection = reflection(rig)
            _ = try await reflection.next()
            let after = try await turning(rig.clock, until: .seconds(180)) {
                try await reflection.next()
            }
            #expect(after == .listed([Named("c")]))
            #expect(await versions(rig, 3) == [nil, "7", nil])
            var ends = rig.server.ends.makeAsyncIterator()
            #expect(await ends.next() != nil)
        }
    }

    /// A watch from a version that is yet to come may be begun as often as one likes.
    @Test func beginningAWatchIsNoProofOfLife() async throws {
        try await Rig.run({ request in
            request.query["watch"] == nil ? list : silent
        }) { rig in
            let reflection = reflection(rig)
            _ = try await reflection.next()
            let requests = await rig.heard(1)
            #expect(requests.count == 1)
            let after = try await withThrowingTaskGroup(of: Change?.self) { group in
                group.addTask { try await reflection.next() }
                var sleeps = rig.clock.events.makeAsyncIterator()
                #expect(await sleeps.next() == .sleeps(.seconds(180)))
                rig.clock.advance(by: .seconds(100))
                await rig.heard(1)[0].hangUp()
                #expect(await sleeps.next() == .givesUp)
                #expect(await sleeps.next() == .sleeps(.seconds(80)))
                rig.clock.advance(by: .seconds(80))
                return try await group.next() ?? nil
            }
            #expect(after == listed)
        }
    }

    @Test func aBookmarkIsAProofOfLife() async throws {
        let script = Script([list, silent])
        try await Rig.run({ _ in script.next() }) { rig in
            let reflection = reflection(rig)
            _ = try await reflection.next()
            await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { for _ in 1...2 { _ = try await reflection.next() } }
                var sleeps = rig.clock.events.makeAsyncIterator()
                #expect(await sleeps.next() == .sleeps(.seconds(180)))
                rig.clock.advance(by: .seconds(100))
                await rig.heard(2)[1].send(Script.chunk(bookmark))
                #expect(await sleeps.next() == .givesUp)
                #expect(await sleeps.next() == .sleeps(.seconds(180)))
                group.cancelAll()
            }
        }
    }

    /// Runs `body`, and moves time on once somebody sleeps for so long.
    private func turning(
        _ clock: ManualClock, until pause: Duration,
        _ body: @escaping @Sendable () async throws -> Change
    ) async throws -> Change? {
        try await withThrowingTaskGroup(of: Change?.self) { group in
            group.addTask { try await body() }
            for await event in clock.events where event == .sleeps(pause) {
                clock.advance(by: pause)
                break
            }
            return try await group.next() ?? nil
        }
    }
}

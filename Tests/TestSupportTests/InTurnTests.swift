import DockerAPI
import RealWorld
import Synchronization
import TestSupport
import Testing

/// What tests that share something are promised about their turns.
@Suite struct InTurnTests {
    private let turnstile = Turnstile(places: 1)

    /// Answers what was told of the time.
    private func told(
        within limit: Duration, _ body: @Sendable () async throws -> Void
    ) async throws -> [Comment] {
        let told = Mutex<[Comment]>([])
        let test = try #require(Test.current)
        let turn = InTurn(through: turnstile, within: limit) { comment in
            told.withLock { $0.append(comment) }
        }
        try await turn.provideScope(for: test, testCase: nil, performing: body)
        return told.withLock(\.self)
    }

    @Test func itHasAPlaceForAsLongAsItRuns() async throws {
        #expect(!InTurn.hasCome)
        let told = try await told(within: .seconds(3600)) { #expect(InTurn.hasCome) }
        #expect(told.isEmpty)
        // It has given the place back, or this would wait for ever.
        await turnstile.enter()
        turnstile.leave()
    }

    @Test func whoTakesTooLongIsToldAndEnded() async throws {
        let told = try await told(within: .zero) { try await Task.sleep(for: .seconds(3600)) }
        #expect(told.count == 1)
    }
}

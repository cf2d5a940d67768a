package import DockerAPI
package import Testing

/// Lets so many tests at a time have what all of them share.
///
/// The time that each is given begins when it has its turn. Under `timeLimit` it would begin
/// before, and a test could fail for how long others take.
package struct InTurn: SuiteTrait, TestTrait, TestScoping {
    /// Whether the test that runs has its turn.
    @TaskLocal package static var hasCome = false

    private let turnstile: Turnstile
    private let limit: Duration
    private let tell: @Sendable (Comment) -> Void

    /// For each test of a suite on its own.
    package var isRecursive: Bool { true }

    package init(
        through turnstile: Turnstile, within limit: Duration,
        tell: @Sendable @escaping (Comment) -> Void = { Issue.record($0) }
    ) {
        self.turnstile = turnstile
        self.limit = limit
        self.tell = tell
    }

    package func provideScope(
        for test: Test, testCase: Test.Case?,
        performing function: @Sendable () async throws -> Void
    ) async throws {
        await turnstile.enter()
        defer { turnstile.leave() }
        try await Self.$hasCome.withValue(true) {
            try await withoutActuallyEscaping(function) { try await inTime($0) }
        }
    }

    /// Told at once when the time is over, also where nothing heeds that it was cancelled.
    private func inTime(_ function: @escaping @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await function() }
            group.addTask { [limit, tell] in
                try await Task.sleep(for: limit)
                tell("It had its turn, and was not done after \(limit).")
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}

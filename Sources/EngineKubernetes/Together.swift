import Domain

/// Asks two things at once that do not wait for each other: an API server may take a tenth of a
/// second to be sure that a list is not out of date.
///
/// Source: KEP 2340, “Consistent reads from cache”, at https://github.com/kubernetes/enhancements.
func together<First: Sendable, Second: Sendable>(
    _ first: @Sendable () async throws(EngineFailure) -> First,
    _ second: @Sendable () async throws(EngineFailure) -> Second
) async throws(EngineFailure) -> (First, Second) {
    async let one = outcome(first)
    async let other = outcome(second)
    return (try await one.get(), try await other.get())
}

private func outcome<Answer: Sendable>(
    _ question: @Sendable () async throws(EngineFailure) -> Answer
) async -> Result<Answer, EngineFailure> {
    do {
        return .success(try await question())
    } catch {
        return .failure(error)
    }
}

import Testing

/// Asks again and again until there is an answer, or the time is over.
func eventually<Value>(
    _ what: Comment, within limit: Duration = .seconds(90),
    sourceLocation: SourceLocation = #_sourceLocation, _ look: () async throws -> Value?
) async throws -> Value {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
        if let value = try await look() { return value }
        try await Task.sleep(for: .milliseconds(50))
    }
    let last = try await look()
    return try #require(last, what, sourceLocation: sourceLocation)
}

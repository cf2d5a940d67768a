extension APIClient {
    /// An answer of one JSON object a line, as it comes.
    ///
    /// - Throws: also when it breaks off.
    func lines(
        _ path: String, _ query: [(String, String)], take: (String) throws -> Void
    ) async throws {
        let response = try await stream(
            path, query, headers: ["Accept": "application/x-ndjson"])
        var parser = LineParser()
        try await reach {
            for try await chunk in response.body {
                for line in parser.feed(chunk) { try take(line) }
            }
        }
        if let line = parser.rest() { try take(line) }
    }
}

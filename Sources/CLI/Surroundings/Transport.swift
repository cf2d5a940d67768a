/// Carries requests to a server, and answers back.
protocol Transport: Sendable {
    /// Returns once the head of the answer is there.
    ///
    /// - Throws: whatever kept the request or its answer from arriving.
    func open(_ request: ClientRequest) async throws -> ClientResponse

    /// What went wrong on the way, for people.
    func words(for error: any Error) -> String
}

/// One request, ready to be sent.
struct ClientRequest: Equatable, Sendable {
    var method: String
    var url: String
    var headers: [String: String]
    var body: [UInt8]?
    /// Whether the answer may be silent for any length of time.
    var isEndless = false
}

/// The head of an answer, and its body as it comes.
struct ClientResponse: Sendable {
    typealias Body = any AsyncSequence<[UInt8], any Error> & Sendable

    var status: Int
    var contentType: String
    var body: Body

    init(status: Int, contentType: String, body: Body) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    /// The whole body, up to 64 MiB.
    func collect() async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await chunk in body {
            bytes += chunk
            guard bytes.count <= 64 << 20 else { throw Failure.badAnswer("It is too long.") }
        }
        return bytes
    }
}

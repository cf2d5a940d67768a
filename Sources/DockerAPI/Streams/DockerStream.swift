import AsyncHTTPClient

/// A stream from the engine, read one element at a time. Letting it go closes its connection.
package actor DockerStream<Decoder: StreamDecoder> {
    private var chunks: HTTPClientResponse.Body.AsyncIterator?
    private var decoder: Decoder
    private var ready: ArraySlice<Decoder.Element> = []
    private let endpoint: DockerEndpoint

    init(_ body: HTTPClientResponse.Body, _ decoder: Decoder, at endpoint: DockerEndpoint) {
        chunks = body.makeAsyncIterator()
        self.decoder = decoder
        self.endpoint = endpoint
    }

    /// The next element; `nil` once the stream has ended.
    package func next() async throws(DockerError) -> Decoder.Element? {
        while ready.isEmpty {
            guard var reading = chunks else { return nil }
            chunks = nil
            do {
                if let chunk = try await reading.next(isolation: self) {
                    chunks = reading
                    ready = try decoder.feed(chunk)[...]
                } else {
                    ready = try decoder.finish()[...]
                }
            } catch {
                throw DockerError(error, at: endpoint)
            }
        }
        return ready.removeFirst()
    }
}

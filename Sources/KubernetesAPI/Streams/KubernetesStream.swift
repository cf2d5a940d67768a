import AsyncHTTPClient

/// A stream from the API server, read one element at a time. Letting it go closes its connection,
/// and so does cancelling whoever reads.
package actor KubernetesStream<Decoder: StreamDecoder> {
    private var chunks: HTTPClientResponse.Body.AsyncIterator?
    private var decoder: Decoder
    private var ready: ArraySlice<Decoder.Element> = []
    private let server: ServerURL

    init(_ body: HTTPClientResponse.Body, _ decoder: Decoder, at server: ServerURL) {
        chunks = body.makeAsyncIterator()
        self.decoder = decoder
        self.server = server
    }

    /// The next element; `nil` once the stream has ended, well or not.
    package func next() async throws(KubernetesError) -> Decoder.Element? {
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
                chunks = nil
                throw KubernetesError(error, at: server)
            }
        }
        return ready.removeFirst()
    }
}

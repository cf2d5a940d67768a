package import AsyncHTTPClient

/// Carries requests to an API server, and its answers back.
package protocol KubernetesTransport: Sendable {
    /// Sends a request once. Returns as soon as the answer begins; a stream goes on in its body.
    ///
    /// - Throws: What `KubernetesError(_:at:)` can tell people.
    func send(_ call: Call, as proof: Proof) async throws -> HTTPClientResponse

    /// Ends all that is under way; nothing can be sent afterwards.
    func close() async
}

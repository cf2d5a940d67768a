import AsyncHTTPClient
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A thin typed client of the Docker Engine API, which Podman speaks as well.
///
/// Reference: https://docs.docker.com/engine/api/. It must be closed before it is let go.
package final class DockerClient: Sendable {
    package let endpoint: DockerEndpoint
    /// For answers that come at once.
    let requests: HTTPClient
    /// For streams that are rightly silent at times: logs, and waiting for an end.
    let watches: HTTPClient
    /// For streams that are taken for dead after ten minutes of silence: events and progress.
    let feeds: HTTPClient
    let networkTurnstile = Turnstile(places: 1)
    private let negotiated = Mutex<String?>(nil)

    /// - Throws: `NIOSSLError` and its like where the certificates cannot be read.
    package init(_ endpoint: DockerEndpoint) throws {
        self.endpoint = endpoint
        let tls = try endpoint.certificates.map(Self.tls)
        // Streams have pools of their own: one host gets eight connections by default, and
        // open streams would hold them all.
        requests = Self.client(tls, idle: .seconds(60), connections: 16)
        watches = Self.client(tls, idle: nil, connections: 4096)
        feeds = Self.client(tls, idle: .minutes(10), connections: 4096)
    }

    /// Ends all that is under way; nothing can be asked afterwards.
    package func close() async {
        for client in [requests, watches, feeds] { try? await client.shutdown() }
    }

    /// The version that the engine speaks, as a path prefix; asked once, and again after an
    /// engine could not be reached, since another one may answer next.
    func versionPrefix() async throws(DockerError) -> String {
        if let known = negotiated.withLock(\.self) { return known }
        let version = try await ping()
        let prefix = version.isEmpty ? "" : "/v\(version)"
        negotiated.withLock { $0 = prefix }
        return prefix
    }

    func forgetVersion() { negotiated.withLock { $0 = nil } }

    private static func client(
        _ tls: TLSConfiguration?, idle: TimeAmount?, connections: Int
    ) -> HTTPClient {
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls, redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10), read: idle))
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
        // A refused connection is to be told at once, not after ten seconds of trying.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        return HTTPClient(
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration)
    }

    private static func tls(
        _ files: DockerEndpoint.Certificates
    ) throws(DockerEndpointError) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        let authority = try read(files.authority) { try NIOSSLCertificate.fromPEMFile($0) }
        let chain = try read(files.certificate) { try NIOSSLCertificate.fromPEMFile($0) }
        let key = try read(files.key) { try NIOSSLPrivateKey(file: $0, format: .pem) }
        configuration.trustRoots = .certificates(authority)
        configuration.certificateChain = chain.map { .certificate($0) }
        configuration.privateKey = .privateKey(key)
        return configuration
    }

    /// The library's own errors do not say which file it was.
    private static func read<Value>(
        _ file: String, _ body: (String) throws -> Value
    ) throws(DockerEndpointError) -> Value {
        do { return try body(file) } catch { throw .unreadable(file) }
    }
}

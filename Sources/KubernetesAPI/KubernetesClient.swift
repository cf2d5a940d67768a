import AsyncHTTPClient
package import Domain
import NIOCore
import NIOPosix
import NIOSSL

/// A thin typed client of the Kubernetes API, as far as Holdfast needs it.
///
/// Reference: https://kubernetes.io/docs/reference/using-api/api-concepts/. It must be closed
/// before it is let go.
package final class KubernetesClient: Sendable {
    package let configuration: KubernetesConfiguration
    /// For answers that come at once.
    let requests: HTTPClient
    /// For streams that are taken for dead after ten minutes of silence: watches end earlier.
    let watches: HTTPClient
    /// For streams that are rightly silent for long: logs.
    let logs: HTTPClient
    let gate: Gate
    let credentials: CredentialKeeper
    let clock: any WallClock
    let randomness: any Randomness
    private let tls: TLSConfiguration

    /// - Throws: where certificates cannot be read.
    package init(
        _ configuration: KubernetesConfiguration, clock: any WallClock,
        randomness: any Randomness
    ) throws(KubeconfigError) {
        self.configuration = configuration
        self.clock = clock
        self.randomness = randomness
        gate = Gate(clock: clock)
        credentials = CredentialKeeper(configuration.credential, clock: clock)
        tls = try Self.tls(configuration)
        // Streams have pools of their own: open streams would hold all connections of one.
        requests = Self.client(configuration, tls, idle: .seconds(60), connections: 64)
        watches = Self.client(configuration, tls, idle: .minutes(10), connections: 4096)
        logs = Self.client(configuration, tls, idle: nil, connections: 4096)
    }

    /// Ends all that is under way; nothing can be asked afterwards.
    package func close() async {
        for client in [requests, watches, logs] { try? await client.shutdown() }
    }

    /// How to speak TLS with a certificate that a credential plugin gave.
    func tls(with certificate: ClientCertificate) throws(KubeconfigError) -> TLSConfiguration {
        var tls = tls
        try tls.present(certificate, to: configuration.server)
        return tls
    }

    /// HTTP/1.1 on purpose. A connection of HTTP/2 that has died in silence is not noticed by
    /// the library, which sends no pings: all requests would go on it, and time out, until the
    /// kernel gives it up after a quarter of an hour. With HTTP/1.1 it ends with the request.
    private static func client(
        _ configuration: KubernetesConfiguration, _ tls: TLSConfiguration, idle: TimeAmount?,
        connections: Int
    ) -> HTTPClient {
        var settings = HTTPClient.Configuration(
            tlsConfiguration: tls, redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10), read: idle))
        settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
        // A refused connection is to be told at once, not after ten seconds of trying.
        settings.connectionPool.retryConnectionEstablishment = false
        settings.httpVersion = .http1Only
        if let name = configuration.nameInsteadOfHost {
            settings.dnsOverride = [name: configuration.server.host]
        }
        return HTTPClient(
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: settings)
    }

    private static func tls(
        _ configuration: KubernetesConfiguration
    ) throws(KubeconfigError) -> TLSConfiguration {
        var tls = TLSConfiguration.makeClientConfiguration()
        if let authorities = configuration.authorities {
            do {
                tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(authorities))
            } catch {
                throw .malformed("certificate authority", of: configuration.server)
            }
        }
        if configuration.skipsVerification { tls.certificateVerification = .none }
        if case .certificate(let certificate) = configuration.credential {
            try tls.present(certificate, to: configuration.server)
        }
        return tls
    }
}

extension KubernetesConfiguration {
    /// The name by which the server is called, where its own is not the one to verify.
    var nameInsteadOfHost: String? {
        guard let name = tlsServerName, name != server.host, server.isSecure else { return nil }
        return name
    }
}

extension TLSConfiguration {
    fileprivate mutating func present(
        _ certificate: ClientCertificate, to server: ServerURL
    ) throws(KubeconfigError) {
        do {
            let chain = try NIOSSLCertificate.fromPEMBytes(certificate.chain)
            certificateChain = chain.map { .certificate($0) }
            let key = try NIOSSLPrivateKey(bytes: certificate.key, format: .pem)
            privateKey = .privateKey(key)
        } catch {
            throw .malformed("client certificate or key", of: server)
        }
    }
}

extension KubeconfigError {
    fileprivate static func malformed(_ what: String, of server: ServerURL) -> KubeconfigError {
        KubeconfigError(
            file: server.description, message: "the \(what) for it is not in PEM. Write it anew.")
    }
}

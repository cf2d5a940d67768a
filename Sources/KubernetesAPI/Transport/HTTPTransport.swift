import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOFoundationCompat
import NIOPosix
import NIOSSL
import Wire

/// By HTTP, with TLS where the server wants it.
struct HTTPTransport: KubernetesTransport {
    private let configuration: KubernetesConfiguration
    private let tls: TLSConfiguration
    /// For answers that come at once.
    private let requests: HTTPClient
    /// For streams that are taken for dead after ten minutes of silence: watches end earlier.
    private let watches: HTTPClient
    /// For streams that are rightly silent for long: logs.
    private let logs: HTTPClient

    /// - Throws: where certificates cannot be read.
    init(_ configuration: KubernetesConfiguration) throws(KubeconfigError) {
        self.configuration = configuration
        tls = try Self.tls(configuration)
        // Streams have pools of their own: open streams would hold all connections of one.
        requests = Self.client(configuration, tls, idle: .seconds(60), connections: 64)
        watches = Self.client(configuration, tls, idle: .minutes(10), connections: 4096)
        logs = Self.client(configuration, tls, idle: nil, connections: 4096)
    }

    func close() async {
        for client in [requests, watches, logs] { try? await client.shutdown() }
    }

    func send(_ call: Call, as proof: Proof) async throws -> HTTPClientResponse {
        let request = try request(call, proof)
        let client =
            switch call.patience {
            case .short: requests
            case .watch: watches
            case .log: logs
            }
        return try await client.execute(request, timeout: .seconds(60))
    }

    private func request(_ call: Call, _ proof: Proof) throws -> HTTPClientRequest {
        let name = configuration.nameInsteadOfHost
        let server = configuration.server
        let base = name.map { server.url(host: $0) } ?? server.description
        var request = HTTPClientRequest(url: base + call.target)
        request.method = call.method
        if name != nil { request.headers.add(name: "Host", value: server.authority) }
        request.headers.add(name: "Accept", value: "application/json")
        request.headers.add(name: "User-Agent", value: "holdfast")
        if let token = proof.token {
            request.headers.add(name: "Authorization", value: "Bearer \(token)")
        }
        if let certificate = proof.certificate, case .exec = configuration.credential {
            request.tlsConfiguration = try tls(with: certificate)
        }
        if let body = call.body {
            request.headers.add(name: "Content-Type", value: body.type)
            request.body = .bytes(try Self.json(body.value))
        }
        return request
    }

    private static func json(_ value: JSONValue) throws(KubernetesError) -> ByteBuffer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return ByteBuffer(bytes: try encoder.encode(value))
        } catch {
            throw .impossible("the request cannot be written as JSON: \(error)")
        }
    }

    /// How to speak TLS with a certificate that a credential plugin gave.
    private func tls(
        with certificate: ClientCertificate
    ) throws(KubeconfigError) -> TLSConfiguration {
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
    fileprivate var nameInsteadOfHost: String? {
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

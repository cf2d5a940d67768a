import Foundation
import KubernetesAPI
import NIOSSL
import TestSupport
import Testing

/// Whom this program believes, and by what it is believed.
struct TLSTests {
    private let certificates: TestCertificates

    init() throws { certificates = try TestCertificates() }

    /// Asks a server once, as `change` would have it.
    private func ask(
        _ tls: TLSConfiguration, authorities: [UInt8]? = nil,
        _ change: (inout KubernetesConfiguration) throws -> Void = { _ in }
    ) async throws -> ScriptedRequest? {
        let server = try await ScriptedServer(tls: tls) { _ in
            Script.answer(#"{"resources":[]}"#)
        }
        var configuration = KubernetesConfiguration(
            server: ServerURL(host: "127.0.0.1", port: server.port),
            authorities: try authorities ?? certificates.pem("ca.crt"))
        try change(&configuration)
        let client = try KubernetesClient(
            configuration, clock: ImpatientClock(), randomness: SeededRandomness())
        let ending: Result<Bool, any Error>
        do { ending = .success(try await client.has(.pod)) } catch { ending = .failure(error) }
        await client.close()
        try await server.close()
        _ = try ending.get()
        var requests = server.requests.makeAsyncIterator()
        return await requests.next()
    }

    @Test func aServerOfTheAuthorityIsBelieved() async throws {
        _ = try await ask(certificates.server())
    }

    @Test func aServerOfAnotherAuthorityIsNot() async throws {
        let other = try TestCertificates()
        let error = await #expect(throws: KubernetesError.self) {
            try await ask(certificates.server(), authorities: other.pem("ca.crt"))
        }
        let told = error?.description ?? ""
        #expect(told.contains("do not trust each other"), "\(told)")
        #expect(told.contains("https://127.0.0.1"))
    }

    @Test func aServerOfAnotherNameIsNot() async throws {
        let named = try TestCertificates(for: "DNS:kubernetes.example")
        let error = await #expect(throws: KubernetesError.self) {
            try await ask(named.server(), authorities: named.pem("ca.crt"))
        }
        #expect(error?.description.contains("tls-server-name") == true)
    }

    @Test func theNameToVerifyMayBeGiven() async throws {
        let named = try TestCertificates(for: "DNS:kubernetes.example")
        let request = try await ask(named.server(), authorities: named.pem("ca.crt")) {
            $0.tlsServerName = "kubernetes.example"
        }
        #expect(request?.headers["host"]?.hasPrefix("127.0.0.1:") == true)
        await #expect(throws: KubernetesError.self) {
            try await ask(named.server(), authorities: named.pem("ca.crt")) {
                $0.tlsServerName = "other.example"
            }
        }
    }

    @Test func anyServerIsBelievedWhereThatIsAskedFor() async throws {
        let other = try TestCertificates(for: "DNS:kubernetes.example")
        _ = try await ask(other.server()) { $0.skipsVerification = true }
    }

    private func client() throws -> ClientCertificate {
        ClientCertificate(
            chain: try certificates.pem("client.crt"), key: try certificates.pem("client.key"))
    }

    @Test func aCertificateIsShown() async throws {
        let server = try certificates.server(wantsClient: true)
        _ = try await ask(server) { $0.credential = .certificate(try client()) }
        await #expect(throws: KubernetesError.self) { try await ask(server) }
    }

    @Test func aPluginsCertificateIsShown() async throws {
        let text = try [certificates.pem("client.crt"), certificates.pem("client.key")].map {
            String(
                decoding: try JSONEncoder().encode(String(decoding: $0, as: UTF8.self)),
                as: UTF8.self)
        }
        let version = "client.authentication.k8s.io/v1beta1"
        try certificates.folder.write(
            """
            {"apiVersion":"\(version)","status":{"clientCertificateData":\(text[0]),\
            "clientKeyData":\(text[1])}}
            """, to: "answer.json")
        let plugin = ExecPlugin(
            apiVersion: version, command: "cat",
            arguments: ["\(certificates.folder.path)/answer.json"])
        _ = try await ask(certificates.server(wantsClient: true)) {
            $0.credential = .exec(plugin)
        }
    }

    @Test func whatIsNoCertificateIsTold() throws {
        let nonsense = Array("nonsense".utf8)
        let server = ServerURL(host: "a", port: 1)
        for configuration in [
            KubernetesConfiguration(server: server, authorities: nonsense),
            KubernetesConfiguration(
                server: server,
                credential: .certificate(ClientCertificate(chain: nonsense, key: nonsense))),
        ] {
            let error = #expect(throws: KubeconfigError.self) {
                _ = try KubernetesClient(
                    configuration, clock: ManualClock(), randomness: SeededRandomness())
            }
            #expect(error?.description.contains("PEM") == true)
        }
    }
}

import AsyncHTTPClient
import Crypto
import Foundation
import NIOCore
import NIOFoundationCompat
import NIOPosix
import NIOSSL
import Synchronization
package import TestSupport
import Wire

/// A real kube-apiserver over a real etcd, on loopback, with nothing that acts by itself: no
/// controllers, no scheduler, no kubelet.
package final class ControlPlaneProcess: Sendable {
    package let port: Int
    /// An administrator's.
    package let token = "model-admin"
    /// A folder of its own, which goes with it.
    package let folder: String
    private let client: HTTPClient
    /// It ends when nobody holds this any more.
    private let input: Pipe

    /// The one of this test process; it ends with it.
    package static func shared() async throws -> ControlPlaneProcess {
        try await common.get().whenReady()
    }

    private static let common = Result { try ControlPlaneProcess() }

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "holdfast-control-plane-\(UUID().uuidString.prefix(8))").path()
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false)
        let ports = try Self.freePorts(3)
        port = ports[2]
        try Self.writeKeys(to: folder, token: token)
        input = try Self.start(in: folder, ports: ports)
        Self.tidyAtExit(folder, input)
        client = HTTPClient(
            eventLoopGroupProvider: .singleton, configuration: Self.trusting)
    }

    deinit { try? client.syncShutdown() }

    package var url: String { "https://127.0.0.1:\(port)" }

    /// What it shows to whom it talks to; made by itself.
    package var authority: String { "\(folder)/certs/apiserver.crt" }

    package func ask(_ request: ModelRequest) async throws -> ModelAnswer {
        try await ask(
            request.method, request.target, body: request.body, contentType: request.contentType)
    }

    private func ask(
        _ method: String, _ target: String, body: String, contentType: String?
    ) async throws -> ModelAnswer {
        var request = HTTPClientRequest(url: url + target)
        request.method = .init(rawValue: method)
        request.headers.add(name: "Authorization", value: "Bearer \(token)")
        request.headers.add(name: "User-Agent", value: "unknown")
        if let contentType { request.headers.add(name: "Content-Type", value: contentType) }
        if !body.isEmpty { request.body = .bytes(ByteBuffer(string: body)) }
        let response = try await client.execute(request, timeout: .seconds(30))
        let text = String(buffer: try await response.body.collect(upTo: 16_000_000))
        let code = Int(response.status.code)
        let isJSON = response.headers.first(name: "Content-Type")?.contains("json") ?? false
        guard isJSON, let value = JSONValue(parsing: text) else {
            return ModelAnswer(code, text: text)
        }
        return ModelAnswer(code, value)
    }

    func whenReady() async throws -> ControlPlaneProcess {
        var said = "nothing"
        for _ in 0..<600 {
            do {
                let answer = try await ask("GET", "/readyz", body: "", contentType: nil)
                if answer.code == 200 { return self }
                said = "\(answer.content)"
            } catch {
                said = "\(error)"
            }
            // It tells nobody when it is ready.
            try await Task.sleep(for: .milliseconds(100))
        }
        throw NotReady(folder: folder, said: said)
    }

    /// The real server did not become ready; its logs are in the folder.
    package struct NotReady: Error {
        package var folder: String
        package var said: String
    }
}

extension ControlPlaneProcess {
    /// It makes its own certificate, and this is loopback.
    static var trusting: HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.certificateVerification = .none
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
        configuration.httpVersion = .http1Only
        return configuration
    }

    private static func freePorts(_ count: Int) throws -> [Int] {
        let channels = try (0..<count).map { _ in
            try ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .bind(host: "127.0.0.1", port: 0).wait()
        }
        defer { for channel in channels { try? channel.close().wait() } }
        return channels.compactMap { $0.localAddress?.port }
    }

    private static func writeKeys(to folder: String, token: String) throws {
        let key = P256.Signing.PrivateKey()
        try key.pemRepresentation.write(
            toFile: "\(folder)/key.pem", atomically: true, encoding: .utf8)
        try key.publicKey.pemRepresentation.write(
            toFile: "\(folder)/public.pem", atomically: true, encoding: .utf8)
        try "\(token),admin,admin,system:masters\n".write(
            toFile: "\(folder)/tokens.csv", atomically: true, encoding: .utf8)
    }

    /// Both run until the shell that started them reads the end of its input: so they cannot
    /// outlive a test process that dies.
    private static func start(in folder: String, ports: [Int]) throws -> Pipe {
        let process = Process()
        let input = Pipe()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", script(ports)]
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return input
    }

    /// Killed at once: an API server that is asked to end waits for an etcd that is gone.
    private static func script(_ ports: [Int]) -> String {
        let (client, peer) = ("http://127.0.0.1:\(ports[0])", "http://127.0.0.1:\(ports[1])")
        return """
            "\(KubernetesPrograms.folder)/etcd" --data-dir etcd --unsafe-no-fsync \
              --listen-client-urls \(client) --advertise-client-urls \(client) \
              --listen-peer-urls \(peer) --initial-advertise-peer-urls \(peer) \
              --initial-cluster default=\(peer) >etcd.log 2>&1 &
            etcd=$!
            "\(KubernetesPrograms.folder)/kube-apiserver" --etcd-servers \(client) \
              --cert-dir certs \
              --bind-address 127.0.0.1 --secure-port \(ports[2]) \
              --advertise-address 127.0.0.1 \
              --service-account-issuer https://model.example \
              --service-account-key-file public.pem --service-account-signing-key-file key.pem \
              --token-auth-file tokens.csv --authorization-mode RBAC \
              --service-cluster-ip-range 10.0.0.0/16 \
              --disable-admission-plugins ServiceAccount \
              >apiserver.log 2>&1 &
            api=$!
            cat >/dev/null
            kill -9 $api $etcd
            wait
            rm -rf "$PWD"
            """
    }
}

/// Where this process is the last of its namespace, what it has started is ended with it: so it
/// waits until they have tidied up.
extension ControlPlaneProcess {
    private static let started = Mutex<[(trace: String, input: Pipe)]>([])

    /// - Parameters:
    ///   - trace: A path that is gone once the programs have ended.
    ///   - input: What they wait for the end of. Whoever came last is ended first.
    static func tidyAtExit(_ trace: String, _ input: Pipe) {
        let isFirst = started.withLock { started in
            defer { started.append((trace, input)) }
            return started.isEmpty
        }
        if isFirst { atexit { ControlPlaneProcess.tidy() } }
    }

    private static func tidy() {
        for (trace, input) in started.withLock(\.self).reversed() {
            try? input.fileHandleForWriting.close()
            for _ in 0..<100 where FileManager.default.fileExists(atPath: trace) {
                usleep(50_000)
            }
        }
    }
}

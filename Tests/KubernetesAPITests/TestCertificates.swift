import Foundation
import NIOSSL

/// Certificates made by openssl(1) for one test: an authority, a server's and a client's.
struct TestCertificates {
    struct Failure: Error { var complaint: String }

    let folder: TemporaryFolder

    /// - Parameter name: For which the server's is good: `IP:127.0.0.1`, `DNS:a.example`.
    init(for name: String = "IP:127.0.0.1") throws {
        folder = try TemporaryFolder()
        try openssl(
            "req", "-x509", "-subj", "/CN=authority", "-keyout", "ca.key", "-out", "ca.crt")
        try sign("server", "subjectAltName=\(name)")
        try sign("client", "extendedKeyUsage=clientAuth")
    }

    func pem(_ file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "\(folder.path)/\(file)")))
    }

    /// How a server speaks that shows its certificate.
    ///
    /// - Parameter wantsClient: Whether clients must show one of the same authority.
    func server(wantsClient: Bool = false) throws -> TLSConfiguration {
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMBytes(pem("server.crt"))
                .map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: pem("server.key"), format: .pem)))
        guard wantsClient else { return tls }
        tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(pem("ca.crt")))
        tls.certificateVerification = .noHostnameVerification
        return tls
    }

    private func sign(_ name: String, _ extension: String) throws {
        try openssl(
            "req", "-x509", "-CA", "ca.crt", "-CAkey", "ca.key", "-subj", "/CN=\(name)",
            "-addext", "basicConstraints=critical,CA:FALSE", "-addext", `extension`,
            "-keyout", "\(name).key", "-out", "\(name).crt")
    }

    private func openssl(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["openssl"] + arguments + [
                "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc", "-batch",
                "-days", "2",
            ]
        process.currentDirectoryURL = URL(filePath: folder.path)
        let complaints = Pipe()
        process.standardError = complaints
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let told = try complaints.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(complaint: String(decoding: told, as: UTF8.self))
        }
    }
}

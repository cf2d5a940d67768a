import FoundationEssentials
import Subprocess

/// The program that speaks SMTP for us (curl(1)).
package struct Curl: Sendable {
    private static let folders = ["/usr/bin", "/bin", "/usr/local/bin"]

    package let path: String

    package init(path: String) { self.path = path }

    /// `nil` where this machine has none.
    package static func found() -> Curl? {
        folders.map { "\($0)/curl" }.first { FileManager.default.isExecutableFile(atPath: $0) }
            .map { Curl(path: $0) }
    }

    /// What it was told about where the certificates are that this machine trusts.
    private static let inherited: [Subprocess.Environment.Key] = [
        "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR",
    ]

    /// Runs it to its end; it is killed when the task is cancelled.
    ///
    /// No file of settings in somebody's home is read, and no variable but those about
    /// certificates is handed on.
    func run(_ configuration: CurlConfiguration) async -> CurlEnding {
        guard let input = Conduit(), let output = Conduit(), let complaints = Conduit() else {
            return .broken("Too many files are open to run curl.")
        }
        guard input.fill(configuration.text) else {
            return .broken("curl cannot be told all that it must know.")
        }
        do {
            let ended = try await Subprocess.run(
                .path(.init(path)), arguments: ["--disable", "--config", "-"],
                environment: environment, input: .fileDescriptor(input),
                output: .fileDescriptor(output), error: .fileDescriptor(complaints))
            guard case .exited(let code) = ended.terminationStatus else {
                return .broken("curl was killed.")
            }
            return .ended(code, output: output.drain(), complaint: complaints.drain())
        } catch is CancellationError {
            return .broken("It was broken off.")
        } catch {
            return .broken("curl could not be run: \(error).")
        }
    }

    private var environment: Subprocess.Environment {
        let ours = ProcessInfo.processInfo.environment
        var all: [Subprocess.Environment.Key: String] = ["LC_ALL": "C", "PATH": "/usr/bin:/bin"]
        for key in Self.inherited { all[key] = ours[key.rawValue] }
        return .custom(all)
    }
}

// The library's own pipes end the whole program where one cannot be made, or is not read to its
// end (swift-subprocess 1.0.2, `IODescriptor.deinit`); so it gets ours, which it need not close.
extension InputProtocol where Self == FileDescriptorInput {
    fileprivate static func fileDescriptor(_ conduit: Conduit) -> Self {
        .fileDescriptor(.init(rawValue: conduit.far), closeAfterSpawningProcess: false)
    }
}

extension OutputProtocol where Self == FileDescriptorOutput {
    fileprivate static func fileDescriptor(_ conduit: Conduit) -> Self {
        .fileDescriptor(.init(rawValue: conduit.far), closeAfterSpawningProcess: false)
    }
}

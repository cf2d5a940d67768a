import AsyncHTTPClient
import Glibc
import NIOCore
import NIOPosix
import NIOSSL

extension DockerError {
    /// What a failed exchange means to a person who runs this program.
    init(_ error: any Error, at endpoint: DockerEndpoint) {
        switch error {
        case let known as DockerError: self = known
        case is CancellationError: self = .cancelled
        case let error as HTTPClientError where error == .cancelled: self = .cancelled
        case let error as HTTPClientError where Self.timeouts.contains(error):
            self = .unreachable("\(endpoint) did not answer in time.")
        case is NIOSSLError, is BoringSSLError:
            self = .unreachable(
                "\(endpoint) and this program do not trust each other (TLS): its certificate must "
                    + "be signed by ca.pem of DOCKER_CERT_PATH, and cert.pem there must be one "
                    + "that it accepts. \(error)")
        case let error as NIOConnectionError:
            let cause = error.connectionErrors.first?.error
            self = .unreachable(Self.words(for: cause ?? error, at: endpoint))
        default: self = .unreachable(Self.words(for: error, at: endpoint))
        }
    }

    private static var timeouts: [HTTPClientError] {
        [.connectTimeout, .readTimeout, .deadlineExceeded, .getConnectionFromPoolTimeout]
    }

    private static func words(for error: any Error, at endpoint: DockerEndpoint) -> String {
        switch (error as? IOError)?.errnoCode {
        case ENOENT?:
            "There is no socket at \(endpoint). Start Docker, or set DOCKER_HOST."
        case EACCES?, EPERM?:
            "This user may not open \(endpoint). Add the user to the group docker, or run as root."
        case ECONNREFUSED?:
            "Nobody listens at \(endpoint). Start the Docker daemon, or set DOCKER_HOST."
        case .some, .none: "\(endpoint): \(error)"
        }
    }
}

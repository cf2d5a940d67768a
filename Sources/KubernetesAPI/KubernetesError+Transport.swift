import AsyncHTTPClient
import Glibc
import NIOCore
import NIOPosix
import NIOSSL

extension KubernetesError {
    /// What a failed exchange means to a person who runs this program.
    init(_ error: any Error, at server: ServerURL) {
        switch error {
        case let known as KubernetesError: self = known
        case is CancellationError: self = .cancelled
        case let error as HTTPClientError where error == .cancelled: self = .cancelled
        case let error as HTTPClientError where Self.timeouts.contains(error):
            self = .unreachable("\(server) did not answer in time. Is it up, and not overloaded?")
        case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError:
            self = .unreachable(
                "\(server) and this program do not trust each other (TLS): its certificate must "
                    + "be signed by the certificate authority of the configuration and be good "
                    + "for that name (or for tls-server-name), and ours must be one that it "
                    + "accepts. \(error)")
        case let error as NIOConnectionError:
            let cause = error.connectionErrors.first?.error ?? error.dnsAError ?? error
            self = .unreachable(Self.words(for: cause, at: server))
        default: self = .unreachable(Self.words(for: error, at: server))
        }
    }

    private static var timeouts: [HTTPClientError] {
        [
            .connectTimeout, .readTimeout, .deadlineExceeded, .getConnectionFromPoolTimeout,
            .tlsHandshakeTimeout,
        ]
    }

    private static func words(for error: any Error, at server: ServerURL) -> String {
        switch (error as? IOError)?.errnoCode {
        case ECONNREFUSED?:
            "Nobody listens at \(server). Start the API server, or name another."
        case EHOSTUNREACH?, ENETUNREACH?:
            "There is no way to \(server). Look at the network, or name another server."
        case .some, .none: "\(server): \(error)"
        }
    }
}

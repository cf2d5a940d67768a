/// Why a `DOCKER_HOST` cannot be used.
package enum DockerEndpointError: Error, Equatable, Sendable, CustomStringConvertible {
    case malformed(String)
    case unsupported(String)
    case tooLong(String)
    case noCertificates(String)
    case unreadable(String)

    package var description: String {
        switch self {
        case .malformed(let text):
            "DOCKER_HOST is “\(text)”; write unix:///path/to/docker.sock or tcp://host:port."
        case .unsupported(let text):
            "DOCKER_HOST is “\(text)”; only unix:// and tcp:// are understood. "
                + "For ssh, forward the engine's socket and name the forwarded one."
        case .tooLong(let text):
            "DOCKER_HOST is “\(text)”; the path of a socket has 107 bytes at most."
        case .noCertificates(let text):
            "DOCKER_HOST is “\(text)”, which needs TLS; set DOCKER_CERT_PATH to the folder "
                + "with ca.pem, cert.pem and key.pem."
        case .unreadable(let file):
            "\(file) cannot be read, or does not hold what it should in PEM. DOCKER_CERT_PATH must "
                + "name a folder with ca.pem, cert.pem and key.pem."
        }
    }
}

/// Where a Docker engine listens, as `DOCKER_HOST` and its companions say it.
///
/// Source: https://docs.docker.com/engine/reference/commandline/cli/#environment-variables
package struct DockerEndpoint: Equatable, Sendable, CustomStringConvertible {
    package enum Address: Equatable, Sendable {
        case socket(path: String)
        case tcp(host: String, port: Int)
    }

    /// Where the files are by which engine and client prove themselves to each other.
    package struct Certificates: Equatable, Sendable {
        package var authority: String
        package var certificate: String
        package var key: String

        package init(folder: String) {
            authority = folder + "/ca.pem"
            certificate = folder + "/cert.pem"
            key = folder + "/key.pem"
        }
    }

    package var address: Address
    /// Set where the engine is spoken to over TLS.
    package var certificates: Certificates?

    /// Where Docker listens unless told otherwise.
    package static let standard = DockerEndpoint(socket: "/var/run/docker.sock")

    package init(socket path: String) { address = .socket(path: path) }

    package init(host: String, port: Int, certificates: Certificates? = nil) {
        address = .tcp(host: host, port: port)
        self.certificates = certificates
    }

    /// Reads `DOCKER_HOST`, `DOCKER_TLS_VERIFY` and `DOCKER_CERT_PATH`.
    ///
    /// Either of the latter two turns TLS on; the engine's certificate is then always verified.
    package init(environment: [String: String]) throws(DockerEndpointError) {
        let host = environment["DOCKER_HOST"] ?? ""
        try self.init(parsing: host, certificates: Self.certificates(in: environment))
    }

    /// Reads `unix:///path`, `tcp://host:port`, `http://…` and `https://…`; empty is `standard`.
    package init(
        parsing text: String, certificates: Certificates? = nil
    ) throws(DockerEndpointError) {
        guard !text.isEmpty else {
            self = .standard
            return
        }
        guard let mark = text.firstRange(of: "://") else { throw .malformed(text) }
        let rest = String(text[mark.upperBound...])
        switch text[..<mark.lowerBound] {
        case "unix": self.init(socket: try Self.checkedSocket(rest, in: text))
        case "tcp", "http":
            let (host, port) = try Self.split(rest, else: certificates == nil ? 2375 : 2376, text)
            self.init(host: host, port: port, certificates: certificates)
        case "https":
            guard let certificates else { throw .noCertificates(text) }
            let (host, port) = try Self.split(rest, else: 2376, text)
            self.init(host: host, port: port, certificates: certificates)
        default: throw .unsupported(text)
        }
    }

    package var description: String {
        switch address {
        case .socket(let path): path
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        }
    }

    /// The URL that all paths are appended to.
    var baseURL: String {
        switch address {
        case .socket(let path): "http+unix://\(percentEncoded(path))"
        case .tcp: (certificates == nil ? "http://" : "https://") + description
        }
    }
}

extension DockerEndpoint {
    private static func certificates(in environment: [String: String]) -> Certificates? {
        let folder = environment["DOCKER_CERT_PATH"] ?? ""
        let wantsTLS = !(environment["DOCKER_TLS_VERIFY"] ?? "").isEmpty
        if !folder.isEmpty { return Certificates(folder: folder) }
        return wantsTLS ? Certificates(folder: (environment["HOME"] ?? "") + "/.docker") : nil
    }

    /// The kernel keeps 108 bytes for the path of a socket, with its final zero (unix(7)).
    private static func checkedSocket(
        _ path: String, in text: String
    ) throws(DockerEndpointError) -> String {
        guard path.hasPrefix("/"), path.count > 1 else { throw .malformed(text) }
        guard path.utf8.count <= 107 else { throw .tooLong(text) }
        return path
    }

    private static func split(
        _ rest: String, else standardPort: Int, _ text: String
    ) throws(DockerEndpointError) -> (host: String, port: Int) {
        let pattern = /(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+))(?::([0-9]+))?\/?/
        guard let match = rest.wholeMatch(of: pattern), let host = match.1 ?? match.2 else {
            throw .malformed(text)
        }
        guard let digits = match.3 else { return (String(host), standardPort) }
        guard let port = Int(digits), (1...65535).contains(port) else { throw .malformed(text) }
        return (String(host), port)
    }
}

import FoundationEssentials

/// Which server the commands speak to.
enum ServerAddress {
    /// Where `holdfast serve` listens unless told otherwise.
    static let fallback = "http://127.0.0.1:8080"

    /// One spelling for each server, so that tokens are found again, and for nobody else.
    static func normal(_ text: String) throws(Failure) -> String {
        guard let url = URL(string: text), let host = url.host(), !host.isEmpty,
            let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
            url.query() == nil, url.user() == nil
        else {
            throw .settings(
                "“\(text)” is not a server's address. Write it like https://paas.example:8443")
        }
        let port = url.port.map { ":\($0)" } ?? ""
        var path = url.path()
        while path.hasSuffix("/") { path.removeLast() }
        return "\(scheme)://\(host.lowercased())\(port)\(path)"
    }

    /// Whether a password would cross a network in the clear.
    static func isOpenToAll(_ server: String) -> Bool {
        guard let url = URL(string: server), url.scheme == "http" else { return false }
        let host = url.host() ?? ""
        return host != "localhost" && host != "::1" && !host.hasPrefix("127.")
    }
}

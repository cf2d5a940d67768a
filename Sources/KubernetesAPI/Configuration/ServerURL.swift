/// Where an API server listens: `https://10.0.0.1:6443`, or behind a path of a proxy.
package struct ServerURL: Equatable, Sendable, CustomStringConvertible {
    package var isSecure: Bool
    /// A name or an address; without brackets.
    package var host: String
    package var port: Int
    /// Empty, or `/with/slashes` and none at its end.
    package var path: String

    package init(isSecure: Bool = true, host: String, port: Int, path: String = "") {
        self.isSecure = isSecure
        self.host = host
        self.port = port
        self.path = path
    }

    /// `nil` for what is no URL of a server.
    package init?(_ text: String) {
        let pattern =
            #/
            (?i: (https?):// ) (?: \[([0-9A-Fa-f:.]+)\] | ([A-Za-z0-9._-]+) )
            (?: : ([0-9]+) )? ( /[^?\#\s]* )?
            /#
        guard let match = text.wholeMatch(of: pattern), let host = match.2 ?? match.3 else {
            return nil
        }
        isSecure = match.1.count == 5
        self.host = String(host)
        guard let port = match.4.map({ Int($0) }) ?? (isSecure ? 443 : 80),
            (1...65535).contains(port)
        else { return nil }
        self.port = port
        path = String((match.5 ?? "").reversed().drop { $0 == "/" }.reversed())
    }

    package var description: String { url(host: host) }

    /// As in the header `Host`.
    var authority: String { "\(Self.bracketed(host)):\(port)" }

    /// The same place under another name.
    func url(host: String) -> String {
        "\(isSecure ? "https" : "http")://\(Self.bracketed(host)):\(port)\(path)"
    }

    private static func bracketed(_ host: String) -> String {
        host.contains(":") ? "[\(host)]" : host
    }
}

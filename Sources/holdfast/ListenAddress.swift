import ArgumentParser

/// An address and a port on the command line: `127.0.0.1:8080`, `[::1]:8080`; port 0 lets the
/// system choose.
struct ListenAddress: ExpressibleByArgument {
    static let standard = ListenAddress(host: "127.0.0.1", port: 8080)

    let host: String
    let port: Int

    private init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    init?(argument: String) {
        guard let colon = argument.lastIndex(of: ":"),
            let port = Int(argument[argument.index(after: colon)...]),
            (0...65535).contains(port)
        else { return nil }
        let name = argument[..<colon]
        host =
            name.hasPrefix("[") && name.hasSuffix("]")
            ? String(name.dropFirst().dropLast()) : String(name)
        guard !host.isEmpty else { return nil }
        self.port = port
    }

    var defaultValueDescription: String { "\(host):\(port)" }
}

/// Where people reach services.
package struct PublicAddress: Equatable, Sendable {
    package enum Naming: Sendable {
        /// All by one host, each by a port of its own.
        case ports
        /// Each by a name of its own below the host.
        case names
    }

    package var scheme: String
    package var host: String
    package var naming: Naming

    package init(scheme: String = "http", host: String, naming: Naming = .ports) {
        self.scheme = scheme
        self.host = host
        self.naming = naming
    }

    /// `localhost`, or `notes-1.example.org`
    package func host(of instance: String) -> String {
        naming == .names ? "\(instance).\(host)" : host
    }

    /// `http://localhost:20000`, or `https://notes-1.example.org`
    package func url(of instance: String, port: Int) -> String {
        "\(scheme)://\(host(of: instance))" + (naming == .names ? "" : ":\(port)")
    }
}

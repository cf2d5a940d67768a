/// Where people reach services; the host port of each comes behind it.
package struct PublicAddress: Equatable, Sendable {
    package var scheme: String
    package var host: String

    package init(scheme: String = "http", host: String) {
        self.scheme = scheme
        self.host = host
    }

    /// `http://localhost:20000`
    package func url(port: Int) -> String { "\(scheme)://\(host):\(port)" }
}

/// A mail server, as a setting names it: `smtp://mail.example.org:587`.
package struct SMTPServer: Equatable, Sendable {
    package let host: String
    package let port: Int
    /// Whether TLS comes first; else it is asked for, with STARTTLS.
    package let isEncryptedFirst: Bool
    /// The name by which we greet it; `nil` takes this machine's.
    package let ourName: String?

    package init?(parsing text: String) {
        let name = /[A-Za-z0-9.\-]{1,253}/
        let pattern =
            /(smtps?):\/\/([A-Za-z0-9.\-]{1,253}|\[[0-9A-Fa-f:.]+\])(?::([0-9]{1,5}))?(?:\/(.*))?/
        guard let match = text.wholeMatch(of: pattern) else { return nil }
        isEncryptedFirst = match.1 == "smtps"
        host = String(match.2)
        let port = match.3.map { Int($0) ?? 0 } ?? (isEncryptedFirst ? 465 : 587)
        guard (1...65535).contains(port) else { return nil }
        self.port = port
        ourName = match.4.flatMap { $0.isEmpty ? nil : String($0) }
        if let ourName, ourName.wholeMatch(of: name) == nil { return nil }
    }

    /// As curl takes it.
    package var url: String {
        "\(isEncryptedFirst ? "smtps" : "smtp")://\(host):\(port)/\(ourName ?? "")"
    }

    /// Whether nobody on a network can listen.
    package var isThisMachine: Bool {
        host == "localhost" || host == "[::1]"
            || host.wholeMatch(of: /127\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}/) != nil
    }
}

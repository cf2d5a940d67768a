/// How mail is sent.
package struct MailSettings: Sendable {
    package enum Security: Equatable, Sendable {
        case none
        /// Nothing is said before the server has shown a certificate that is trusted.
        case required
    }

    package struct Login: Sendable {
        package var user: String
        package var password: String

        package init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }

    package var server: SMTPServer
    package var security: Security
    package var login: Login?
    /// Certificates to trust in place of the machine's.
    package var authorities: String?
    package var sender: Sender
    /// How long a connection, and a delivery as a whole, may take; in seconds.
    package var connectLimit = 15
    package var limit = 60

    /// - Parameter isPlainAllowed: To go without TLS over a network that is trusted. On this
    ///   machine it is not asked for, unless there are certificates to trust.
    package init(
        server: SMTPServer, isPlainAllowed: Bool = false, login: Login? = nil,
        authorities: String? = nil, sender: Sender
    ) {
        let isPlain = isPlainAllowed || server.isThisMachine && authorities == nil
        self.server = server
        security = server.isEncryptedFirst || !isPlain ? .required : .none
        self.login = login
        self.authorities = authorities
        self.sender = sender
    }
}

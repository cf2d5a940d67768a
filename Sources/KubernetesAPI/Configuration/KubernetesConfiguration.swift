/// All that is needed to talk to one API server.
package struct KubernetesConfiguration: Equatable, Sendable {
    package var server: ServerURL
    /// The certificates, in PEM, that the server's own must be signed by; `nil` for those that
    /// this machine trusts.
    package var authorities: [UInt8]?
    /// The name for which the server's certificate must be good, where it is not the host's.
    package var tlsServerName: String?
    /// Believes any certificate. Whoever sits in between can then read and change all.
    package var skipsVerification: Bool
    package var credential: KubernetesCredential
    /// The namespace that is meant where none is named.
    package var namespace: String

    package init(
        server: ServerURL, authorities: [UInt8]? = nil, tlsServerName: String? = nil,
        skipsVerification: Bool = false, credential: KubernetesCredential = .none,
        namespace: String = "default"
    ) {
        self.server = server
        self.authorities = authorities
        self.tlsServerName = tlsServerName
        self.skipsVerification = skipsVerification
        self.credential = credential
        self.namespace = namespace
    }
}

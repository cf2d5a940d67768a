/// By what this program proves to an API server who it is.
///
/// Source: https://kubernetes.io/docs/reference/access-authn-authz/authentication/
package enum KubernetesCredential: Equatable, Sendable {
    case none
    case certificate(ClientCertificate)
    case token(String)
    /// The path of a file that others keep fresh.
    case tokenFile(String)
    case exec(ExecPlugin)
}

/// Tells the kind only: nothing secret comes into a log by accident.
extension KubernetesCredential: CustomStringConvertible {
    package var description: String {
        switch self {
        case .none: "no credential"
        case .certificate: "a client certificate"
        case .token: "a token"
        case .tokenFile(let path): "the token in \(path)"
        case .exec(let plugin): "the credential plugin \(plugin.command)"
        }
    }
}

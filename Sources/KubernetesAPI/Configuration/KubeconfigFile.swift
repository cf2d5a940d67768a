import Wire

/// A kubeconfig as it is written, as far as it is understood.
///
/// Source: https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/
struct KubeconfigFile: Decodable {
    var currentContext: String?
    var clusters: [NamedCluster]?
    var users: [NamedUser]?
    var contexts: [NamedContext]?

    private enum CodingKeys: String, CodingKey {
        case currentContext = "current-context"
        case clusters, users, contexts
    }

    struct NamedCluster: Decodable {
        var name: String
        var cluster: Cluster?
    }

    struct NamedUser: Decodable {
        var name: String
        var user: User?
    }

    struct NamedContext: Decodable {
        var name: String
        var context: Context?
    }

    struct Context: Decodable {
        var cluster: String?
        var user: String?
        var namespace: String?
    }
}

extension KubeconfigFile {
    struct Cluster: Decodable {
        var server: String?
        var authority: String?
        var authorityData: String?
        var tlsServerName: String?
        var skipsVerification: Bool?
        var proxy: String?
        var extensions: [NamedExtension]?

        private enum CodingKeys: String, CodingKey {
            case server, extensions
            case authority = "certificate-authority"
            case authorityData = "certificate-authority-data"
            case tlsServerName = "tls-server-name"
            case skipsVerification = "insecure-skip-tls-verify"
            case proxy = "proxy-url"
        }
    }

    struct NamedExtension: Decodable {
        var name: String
        var `extension`: JSONValue?
    }

    struct User: Decodable {
        var token: String?
        var tokenFile: String?
        var certificate: String?
        var certificateData: String?
        var key: String?
        var keyData: String?
        var username: String?
        var password: String?
        var provider: JSONValue?
        var impersonates: String?
        var exec: Exec?

        private enum CodingKeys: String, CodingKey {
            case token, tokenFile, username, password, exec
            case certificate = "client-certificate"
            case certificateData = "client-certificate-data"
            case key = "client-key"
            case keyData = "client-key-data"
            case provider = "auth-provider"
            case impersonates = "as"
        }
    }

    struct Exec: Decodable {
        var apiVersion: String?
        var command: String?
        var args: [String]?
        var env: [Variable]?
        var provideClusterInfo: Bool?
        var interactiveMode: String?
        var installHint: String?
    }

    struct Variable: Decodable {
        var name: String
        var value: String
    }
}

package import Wire

/// A program that prints a credential.
///
/// Source: https://kubernetes.io/docs/reference/access-authn-authz/authentication/
package struct ExecPlugin: Equatable, Sendable {
    /// The versions that are understood.
    static let versions = [
        "client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1",
    ]

    package var apiVersion: String
    /// A name to be found on `PATH`, or a path.
    package var command: String
    package var arguments: [String]
    /// What is added to this program's own environment.
    package var environment: [String: String]
    /// What the plugin is told of the cluster, where it wants to know.
    package var cluster: JSONValue?
    /// How to install it, in the words of whoever wrote the kubeconfig.
    package var installHint: String?

    package init(
        apiVersion: String, command: String, arguments: [String] = [],
        environment: [String: String] = [:], cluster: JSONValue? = nil, installHint: String? = nil
    ) {
        self.apiVersion = apiVersion
        self.command = command
        self.arguments = arguments
        self.environment = environment
        self.cluster = cluster
        self.installHint = installHint
    }
}

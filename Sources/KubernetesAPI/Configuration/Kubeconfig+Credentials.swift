import FoundationEssentials
import Wire

extension Kubeconfig {
    func credential(
        of context: KubeconfigFile.Context, for cluster: KubeconfigFile.Cluster,
        _ configuration: KubernetesConfiguration, _ name: String
    ) throws(KubeconfigError) -> KubernetesCredential {
        guard let wanted = context.user, !wanted.isEmpty else { return .none }
        guard let user = users[wanted] else {
            throw refusal("it names the user “\(wanted)”, who is not there.", name)
        }
        try refuseUnsupported(user.value, name)
        var ways: [KubernetesCredential] = []
        if let token = token(of: user) { ways.append(token) }
        if let certificate = try certificate(of: user, name) {
            ways.append(.certificate(certificate))
        }
        if let exec = user.value.exec {
            ways.append(.exec(try plugin(exec, user.folder, cluster, configuration, name)))
        }
        guard ways.count <= 1 else {
            let all = ways.map(\.description).joined(separator: ", ")
            throw refusal("its user has several credentials (\(all)). Keep one of them.", name)
        }
        return ways.first ?? .none
    }

    private func refuseUnsupported(
        _ user: KubeconfigFile.User, _ context: String
    ) throws(KubeconfigError) {
        if user.provider != nil {
            throw refusal(
                "its user has an auth-provider, which Kubernetes has given up. "
                    + "Use an exec plugin instead.", context)
        }
        if user.username ?? user.password != nil {
            throw refusal(
                "its user has a password, which API servers refuse since Kubernetes 1.19. "
                    + "Use a token or a client certificate.", context)
        }
        if user.impersonates != nil {
            throw refusal(
                "its user acts as another, which is not supported. "
                    + "Use a service account with just the rights that are needed.", context)
        }
    }

    /// A file goes before what was last read from it.
    private func token(of user: Entry<KubeconfigFile.User>) -> KubernetesCredential? {
        if let file = user.value.tokenFile, !file.isEmpty {
            return .tokenFile(Self.resolve(file, in: user.folder))
        }
        return user.value.token.flatMap { $0.isEmpty ? nil : .token($0) }
    }

    private func certificate(
        of user: Entry<KubeconfigFile.User>, _ context: String
    ) throws(KubeconfigError) -> ClientCertificate? {
        let value = user.value
        let chain = try bytes(
            value.certificateData, value.certificate, in: user.folder, "client-certificate",
            context)
        let key = try bytes(value.keyData, value.key, in: user.folder, "client-key", context)
        switch (chain, key) {
        case (nil, nil): return nil
        case (let chain?, let key?): return ClientCertificate(chain: chain, key: key)
        case (_?, nil), (nil, _?):
            throw refusal("its user needs a client-certificate and a client-key.", context)
        }
    }
}

extension Kubeconfig {
    private func plugin(
        _ exec: KubeconfigFile.Exec, _ folder: String, _ cluster: KubeconfigFile.Cluster,
        _ configuration: KubernetesConfiguration, _ context: String
    ) throws(KubeconfigError) -> ExecPlugin {
        guard let version = exec.apiVersion, ExecPlugin.versions.contains(version) else {
            throw refusal(
                "its credential plugin speaks “\(exec.apiVersion ?? "")”; "
                    + "have it speak \(ExecPlugin.versions[0]).", context)
        }
        guard let command = exec.command, !command.isEmpty else {
            throw refusal("its credential plugin has no command.", context)
        }
        guard exec.interactiveMode != "Always" else {
            throw refusal(
                "its credential plugin wants to ask a person (interactiveMode: Always), "
                    + "and nobody sits here. Use one that does not.", context)
        }
        let told = exec.provideClusterInfo == true
        return ExecPlugin(
            apiVersion: version, command: Self.command(command, in: folder),
            arguments: exec.args ?? [],
            environment: Dictionary((exec.env ?? []).map { ($0.name, $0.value) }) { $1 },
            cluster: told ? Self.described(cluster, configuration) : nil,
            installHint: exec.installHint)
    }

    /// A mere name is looked up on `PATH`.
    private static func command(_ command: String, in folder: String) -> String {
        command.contains("/") ? resolve(command, in: folder) : command
    }

    /// The `spec.cluster` of an `ExecCredential`.
    private static func described(
        _ cluster: KubeconfigFile.Cluster, _ configuration: KubernetesConfiguration
    ) -> JSONValue {
        var told: JSONValue = ["server": .string(cluster.server ?? "")]
        if let name = configuration.tlsServerName { told["tls-server-name"] = .string(name) }
        if configuration.skipsVerification { told["insecure-skip-tls-verify"] = true }
        if let bytes = configuration.authorities {
            told["certificate-authority-data"] = .string(Data(bytes).base64EncodedString())
        }
        let key = "client.authentication.k8s.io/exec"
        if let config = cluster.extensions?.first(where: { $0.name == key })?.extension {
            told["config"] = config
        }
        return told
    }
}

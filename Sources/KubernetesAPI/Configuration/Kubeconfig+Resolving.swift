import FoundationEssentials

extension Kubeconfig {
    /// How to talk to the cluster of a context, by default the current one.
    package func configuration(
        context name: String? = nil
    ) throws(KubeconfigError) -> KubernetesConfiguration {
        let known = contexts.keys.sorted().map { "“\($0)”" }.joined(separator: ", ")
        guard let name = name ?? currentContext else {
            throw refusal("no context is chosen. Set current-context to one of: \(known).")
        }
        guard let context = contexts[name] else {
            throw refusal("there is no such context. Choose one of: \(known).", name)
        }
        guard let cluster = clusters[context.cluster ?? ""] else {
            throw refusal(
                "it names the cluster “\(context.cluster ?? "")”, which is not there.", name)
        }
        let server = try address(of: cluster.value, name)
        var configuration = KubernetesConfiguration(server: server)
        configuration.authorities = try bytes(
            cluster.value.authorityData, cluster.value.authority, in: cluster.folder,
            "certificate-authority", name)
        configuration.tlsServerName = cluster.value.tlsServerName.flatMap { $0.isEmpty ? nil : $0 }
        configuration.skipsVerification = cluster.value.skipsVerification ?? false
        if let namespace = context.namespace, !namespace.isEmpty {
            configuration.namespace = namespace
        }
        guard !(configuration.skipsVerification && configuration.authorities != nil) else {
            throw refusal(
                "its cluster has a certificate-authority, and insecure-skip-tls-verify would "
                    + "not look at it. Keep one of them.", name)
        }
        configuration.credential = try credential(
            of: context, for: cluster.value, configuration, name)
        return configuration
    }

    func refusal(_ message: String, _ context: String? = nil) -> KubeconfigError {
        KubeconfigError(file: place, context: context, message: message)
    }

    private func address(
        of cluster: KubeconfigFile.Cluster, _ context: String
    ) throws(KubeconfigError) -> ServerURL {
        guard (cluster.proxy ?? "").isEmpty else {
            throw refusal(
                "its cluster is behind a proxy-url, which is not supported. "
                    + "Name a server that can be reached from here.", context)
        }
        let text = cluster.server ?? ""
        guard let server = ServerURL(text) else {
            throw refusal(
                "its server is “\(text)”; write https://host:port.", context)
        }
        return server
    }

    /// What stands in the file itself, else in the file that it names.
    func bytes(
        _ data: String?, _ path: String?, in folder: String, _ key: String, _ context: String
    ) throws(KubeconfigError) -> [UInt8]? {
        if let data, !data.isEmpty {
            guard let bytes = Data(base64Encoded: data, options: .ignoreUnknownCharacters),
                !bytes.isEmpty
            else { throw refusal("its \(key)-data is not in base64. Write it anew.", context) }
            return Array(bytes)
        }
        guard let path, !path.isEmpty else { return nil }
        let file = Self.resolve(path, in: folder)
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw refusal("its \(key) \(file) cannot be read. Let this user read it.", context)
        }
        return Array(bytes)
    }

    /// A relative path is meant from the folder of its kubeconfig.
    static func resolve(_ path: String, in folder: String) -> String {
        path.hasPrefix("/") ? path : "\(folder)/\(path)"
    }
}

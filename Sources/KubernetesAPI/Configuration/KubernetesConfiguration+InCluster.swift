import FoundationEssentials

extension KubernetesConfiguration {
    /// Where the kubelet puts what a pod is told of its service account.
    package static let accountFolder = "/var/run/secrets/kubernetes.io/serviceaccount"

    /// How a pod talks to the cluster in which it runs; `nil` outside of one.
    ///
    /// Source: https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/
    package static func inCluster(
        environment: [String: String], folder: String = accountFolder
    ) throws(KubeconfigError) -> KubernetesConfiguration? {
        guard let host = environment["KUBERNETES_SERVICE_HOST"], !host.isEmpty,
            let port = environment["KUBERNETES_SERVICE_PORT"].flatMap(Int.init)
        else { return nil }
        let token = "\(folder)/token"
        guard let authorities = contents("\(folder)/ca.crt"), contents(token) != nil else {
            throw KubeconfigError(
                file: folder,
                message: "token and ca.crt cannot be read. Give the pod a service account, "
                    + "and leave automountServiceAccountToken on.")
        }
        let namespace = contents("\(folder)/namespace").map { String(decoding: $0, as: UTF8.self) }
        return KubernetesConfiguration(
            server: ServerURL(host: host, port: port), authorities: authorities,
            credential: .tokenFile(token), namespace: namespace?.trimmed ?? "default")
    }

    private static func contents(_ file: String) -> [UInt8]? {
        FileManager.default.contents(atPath: file).flatMap { $0.isEmpty ? nil : Array($0) }
    }
}

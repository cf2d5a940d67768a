import Domain
import Foundation
import KubernetesAPI
import RealWorld
import TestSupport
import Testing
import Wire

/// A real API server with its controllers, as one installation uses it.
struct Cluster {
    let plane: ControlPlaneProcess
    let client: KubernetesClient
    private let kubeconfig: URL

    /// - Parameter proxy: What the installation's requests pass, where they do not go straight.
    init(for install: Install, through proxy: FaultProxy? = nil) async throws {
        plane = try await ControllerProcess.shared().plane
        client = try KubernetesClient(
            KubernetesConfiguration(
                server: ServerURL(host: "127.0.0.1", port: plane.port), skipsVerification: true,
                credential: .token(plane.token)),
            clock: RealClock(), randomness: RealRandomness())
        try await PlayedNode.storageClass(of: client)
        kubeconfig = install.folder.appending(path: "kubeconfig")
        let text =
            proxy.map { ControllerProcess.kubeconfig(of: plane, through: $0) }
            ?? ControllerProcess.kubeconfig(of: plane)
        try text.write(to: kubeconfig, atomically: true, encoding: .utf8)
    }

    /// What makes the server use it.
    var options: [String] {
        [
            "--engine", "kubernetes", "--kubeconfig", kubeconfig.path(),
            "--service-ports", "31000-32000",
        ]
    }

    /// Where an installation keeps what belongs to a customer.
    func namespace(of service: SubscriptionReply) throws -> String {
        let install = try #require(
            service.instance.volumeClaimName?.split(separator: "-").dropFirst().first)
        return "hf-\(install)-\(service.customerId)"
    }

    func claim(_ name: String, in namespace: String) async throws -> PersistentVolumeClaim? {
        try await client.find(ResourceName(.persistentVolumeClaim, name, in: namespace))
    }
}

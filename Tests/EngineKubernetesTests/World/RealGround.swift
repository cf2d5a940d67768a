import Domain
import KubernetesAPI
import RealWorld
import Synchronization
import TestSupport

/// A real API server with its real controllers; the node is played.
final class RealGround: ClusterGround {
    private let plane: ControlPlaneProcess
    private let client: KubernetesClient
    private let node: PlayedNode

    let configuration: KubernetesConfiguration

    init(for namespace: String) async throws {
        plane = try await ControllerProcess.shared().plane
        configuration = KubernetesConfiguration(
            server: ServerURL(host: "127.0.0.1", port: plane.port), skipsVerification: true,
            credential: .token(plane.token))
        client = try KubernetesClient(
            configuration, clock: RealClock(), randomness: RealRandomness())
        node = PlayedNode(of: plane, client, in: namespace)
    }

    func ask(_ request: ModelRequest) async throws -> ModelAnswer { try await plane.ask(request) }

    func play(in namespace: String) async { await node.play() }

    func change<Value: Sendable>(
        _ volume: String, _ body: @Sendable (inout [String: String]) -> Value
    ) -> Value {
        node.change(volume) { body(&$0) }
    }

    var volumeCount: Int { node.handles.count }

    func close() async { await client.close() }
}

import Domain
import Foundation
import KubernetesAPI
import Synchronization
import TestSupport

/// An API server and its controllers in memory.
final class ModelGround: ClusterGround {
    let server: ModelServer
    private let controllers = Mutex(ModelControllers())

    init() async throws { server = try await ModelServer() }

    var configuration: KubernetesConfiguration {
        KubernetesConfiguration(
            server: ServerURL(isSecure: false, host: "127.0.0.1", port: server.port))
    }

    func ask(_ request: ModelRequest) async throws -> ModelAnswer {
        let answer = server.withCluster { cluster in
            cluster.answer(request, now: Instant(Date())) { UUID().uuidString.lowercased() }
        }
        settle()
        return answer
    }

    /// After each request, controllers do what they have to do.
    func play(in namespace: String) async {
        for await _ in server.heard { settle() }
    }

    private func settle() {
        server.withCluster { cluster in
            _ = controllers.withLock { controllers in
                controllers.settle(&cluster, now: Instant(Date())) {
                    UUID().uuidString.lowercased()
                }
            }
        }
    }

    func change<Value: Sendable>(
        _ volume: String, _ body: @Sendable (inout [String: String]) -> Value
    ) -> Value {
        let handle = server.withCluster { cluster in
            cluster[ModelKey(.volume, volume)]?["spec", "csi", "volumeHandle"]?.text ?? volume
        }
        return controllers.withLock { body(&$0.bytes[handle, default: [:]]) }
    }

    var volumeCount: Int { controllers.withLock(\.bytes.count) }

    /// Moments at which two pods had one claim mounted.
    var doubleWriters: [String] { controllers.withLock(\.doubleWriters) }

    func close() async { try? await server.close() }
}

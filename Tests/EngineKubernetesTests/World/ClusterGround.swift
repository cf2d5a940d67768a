import Domain
import KubernetesAPI
import TestSupport

/// What a world stands on: an API server, real or not, with whatever acts by itself beside it.
protocol ClusterGround: Sendable {
    var configuration: KubernetesConfiguration { get }

    /// Asks without the client, as somebody else.
    func ask(_ request: ModelRequest) async throws -> ModelAnswer

    /// Plays what is missing for services of one namespace to run, until its task is cancelled.
    func play(in namespace: String) async

    /// The files in a volume.
    func change<Value: Sendable>(
        _ volume: String, _ body: @Sendable (inout [String: String]) -> Value
    ) -> Value

    /// How many volumes have bytes.
    var volumeCount: Int { get }

    func close() async
}

package import Domain

/// A thin typed client of the Kubernetes API, as far as Holdfast needs it.
///
/// Reference: https://kubernetes.io/docs/reference/using-api/api-concepts/. It must be closed
/// before it is let go.
package final class KubernetesClient: Sendable {
    package let configuration: KubernetesConfiguration
    let transport: any KubernetesTransport
    let gate: Gate
    let credentials: CredentialKeeper
    let clock: any WallClock
    let randomness: any Randomness

    /// By HTTP.
    ///
    /// - Throws: where certificates cannot be read.
    package convenience init(
        _ configuration: KubernetesConfiguration, clock: any WallClock,
        randomness: any Randomness
    ) throws(KubeconfigError) {
        self.init(
            configuration, over: try HTTPTransport(configuration), clock: clock,
            randomness: randomness)
    }

    package init(
        _ configuration: KubernetesConfiguration, over transport: any KubernetesTransport,
        clock: any WallClock, randomness: any Randomness
    ) {
        self.configuration = configuration
        self.transport = transport
        self.clock = clock
        self.randomness = randomness
        gate = Gate(clock: clock)
        credentials = CredentialKeeper(configuration.credential, clock: clock)
    }

    /// Ends all that is under way; nothing can be asked afterwards.
    package func close() async { await transport.close() }
}

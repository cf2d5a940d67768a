package import ServiceLifecycle

extension ServiceGroupConfiguration {
    /// Whoever does not read their answer, or end their question, holds up a shutdown for no longer
    /// than this.
    package mutating func limitShutdown(to patience: Duration = .seconds(10)) {
        maximumGracefulShutdownDuration = patience
    }
}

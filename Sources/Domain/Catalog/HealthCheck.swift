/// How to tell that a running service serves.
package struct HealthCheck: Hashable, Sendable, Codable {
    package enum Probe: Hashable, Sendable, Codable {
        /// A GET that must answer 200 to 399 (or `status`, where given).
        case http(path: String, headers: [String: String], status: Int?)
        /// A connection that must open.
        case tcp
    }

    package var probe: Probe
    package var timeout: Duration
    /// How long after a start failures are not yet called unhealthy.
    package var startPeriod: Duration

    package init(probe: Probe, timeout: Duration, startPeriod: Duration) {
        self.probe = probe
        self.timeout = timeout
        self.startPeriod = startPeriod
    }
}

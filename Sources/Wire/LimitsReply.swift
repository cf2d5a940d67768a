/// What a service may use at most.
package struct LimitsReply: Codable, Equatable, Sendable {
    /// In cores: `500m`, `2`.
    package var cpu: String
    /// Such as `512Mi`.
    package var memory: String
    package var processes: Int

    package init(cpu: String, memory: String, processes: Int) {
        self.cpu = cpu
        self.memory = memory
        self.processes = processes
    }
}

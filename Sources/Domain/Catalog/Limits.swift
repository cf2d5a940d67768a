/// What a workload may use at most.
package struct Limits: Hashable, Sendable, Codable {
    package var cpu: CPU
    package var memory: Bytes
    package var processes: Int

    package init(cpu: CPU, memory: Bytes, processes: Int) {
        self.cpu = cpu
        self.memory = memory
        self.processes = processes
    }
}

/// How a container sits in its host; what is `nil` is left to the engine, or unknown to it.
package struct HostConfig: Codable, Equatable, Sendable {
    /// Thousandths of a thousandth of a thousandth of a core.
    package var nanoCPUs: Int64?
    /// Bytes.
    package var memory: Int64?
    /// Bytes of memory and swap together; −1 is without limit.
    package var memorySwap: Int64?
    package var pidsLimit: Int64?
    package var restartPolicy: RestartPolicy?
    /// Whether a tiny process 1 passes signals on and buries orphans.
    package var usesInit: Bool?
    package var securityOptions: [String]?
    package var isPrivileged: Bool?
    package var networkMode: String?
    package var portBindings: [String: [PortBinding]]?
    package var mounts: [MountBody]?
    package var logging: LogConfig?

    package init(
        nanoCPUs: Int64? = nil, memory: Int64? = nil, memorySwap: Int64? = nil,
        pidsLimit: Int64? = nil, restartPolicy: RestartPolicy? = nil, usesInit: Bool? = nil,
        securityOptions: [String]? = nil, isPrivileged: Bool? = nil, networkMode: String? = nil,
        portBindings: [String: [PortBinding]]? = nil, mounts: [MountBody]? = nil,
        logging: LogConfig? = nil
    ) {
        self.nanoCPUs = nanoCPUs
        self.memory = memory
        self.memorySwap = memorySwap
        self.pidsLimit = pidsLimit
        self.restartPolicy = restartPolicy
        self.usesInit = usesInit
        self.securityOptions = securityOptions
        self.isPrivileged = isPrivileged
        self.networkMode = networkMode
        self.portBindings = portBindings
        self.mounts = mounts
        self.logging = logging
    }

    private enum CodingKeys: String, CodingKey {
        case nanoCPUs = "NanoCpus"
        case memory = "Memory"
        case memorySwap = "MemorySwap"
        case pidsLimit = "PidsLimit"
        case restartPolicy = "RestartPolicy"
        case usesInit = "Init"
        case securityOptions = "SecurityOpt"
        case isPrivileged = "Privileged"
        case networkMode = "NetworkMode"
        case portBindings = "PortBindings"
        case mounts = "Mounts"
        case logging = "LogConfig"
    }
}

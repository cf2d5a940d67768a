/// What an engine says of itself and its machine (`GET /info`); Podman leaves some of it out.
package struct EngineReport: Decodable, Equatable, Sendable {
    /// Of images and containers: `overlay2`.
    package var driver: String?
    /// Where the engine keeps everything, volumes included.
    package var root: String?
    /// Whether containers go on while the daemon is restarted.
    package var keepsContainersLive: Bool?
    /// By its own clock, RFC 3339.
    package var time: String?
    /// Such as `name=rootless`.
    package var securityOptions: [String]?
    package var limitsMemory: Bool?
    package var limitsCPU: Bool?
    package var limitsProcesses: Bool?

    package init(
        driver: String? = nil, root: String? = nil, keepsContainersLive: Bool? = nil,
        time: String? = nil, securityOptions: [String]? = nil, limitsMemory: Bool? = nil,
        limitsCPU: Bool? = nil, limitsProcesses: Bool? = nil
    ) {
        self.driver = driver
        self.root = root
        self.keepsContainersLive = keepsContainersLive
        self.time = time
        self.securityOptions = securityOptions
        self.limitsMemory = limitsMemory
        self.limitsCPU = limitsCPU
        self.limitsProcesses = limitsProcesses
    }

    private enum CodingKeys: String, CodingKey {
        case driver = "Driver"
        case root = "DockerRootDir"
        case keepsContainersLive = "LiveRestoreEnabled"
        case time = "SystemTime"
        case securityOptions = "SecurityOptions"
        case limitsMemory = "MemoryLimit"
        case limitsCPU = "CpuCfsQuota"
        case limitsProcesses = "PidsLimit"
    }
}

/// A change to a container as it runs; what is `nil` stays.
package struct UpdateBody: Encodable, Equatable, Sendable {
    package var nanoCPUs: Int64?
    package var memory: Int64?
    package var memorySwap: Int64?
    package var pidsLimit: Int64?
    package var restartPolicy: RestartPolicy?

    package init(
        nanoCPUs: Int64? = nil, memory: Int64? = nil, memorySwap: Int64? = nil,
        pidsLimit: Int64? = nil, restartPolicy: RestartPolicy? = nil
    ) {
        self.nanoCPUs = nanoCPUs
        self.memory = memory
        self.memorySwap = memorySwap
        self.pidsLimit = pidsLimit
        self.restartPolicy = restartPolicy
    }

    private enum CodingKeys: String, CodingKey {
        case nanoCPUs = "NanoCpus"
        case memory = "Memory"
        case memorySwap = "MemorySwap"
        case pidsLimit = "PidsLimit"
        case restartPolicy = "RestartPolicy"
    }
}

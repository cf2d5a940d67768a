/// One workload in full, as an engine is to make it.
package struct Workload: Equatable, Sendable {
    /// One claim at its place in the workload's file system.
    package struct Mount: Equatable, Sendable, Codable {
        package var claim: ClaimName
        package var path: String
        package var owner: FileOwner?

        package init(claim: ClaimName, path: String, owner: FileOwner?) {
            self.claim = claim
            self.path = path
            self.owner = owner
        }
    }

    package var instanceID: InstanceID
    package var customerID: UserID
    package var name: String
    package var spec: WorkloadSpec
    /// The spec's environment with its placeholders filled in. Holds secrets: never log it.
    package var environment: [String: String]
    package var hostPort: Int
    package var generation: Int
    package var mounts: [Mount]

    package init(
        instanceID: InstanceID, customerID: UserID, name: String, spec: WorkloadSpec,
        environment: [String: String], hostPort: Int, generation: Int, mounts: [Mount]
    ) {
        self.instanceID = instanceID
        self.customerID = customerID
        self.name = name
        self.spec = spec
        self.environment = environment
        self.hostPort = hostPort
        self.generation = generation
        self.mounts = mounts
    }
}

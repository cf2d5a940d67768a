import FoundationEssentials

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

    /// Changes whenever a running workload would have to be made anew to match. Secrets are
    /// stood for by their generation, so that nothing about them can be read from it.
    package var revision: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let parts = Parts(
            spec: spec, hostPort: hostPort, generation: generation, mounts: mounts)
        // Plain values in plain structs always encode.
        let bytes = (try? encoder.encode(parts)) ?? Data()
        return String(Self.fingerprint(bytes), radix: 16)
    }

    private struct Parts: Encodable {
        var spec: WorkloadSpec
        var hostPort: Int
        var generation: Int
        var mounts: [Mount]
    }

    /// FNV-1a, 64 bits (https://www.rfc-editor.org/rfc/rfc9923).
    private static func fingerprint(_ bytes: Data) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

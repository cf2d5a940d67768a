/// One thing that an engine has and that bears an installation's label.
package struct EngineObject: Equatable, Sendable {
    package enum Kind: String, Sendable, CaseIterable { case claim, workload }

    /// What tells it from all others, whatever they are called.
    package struct Identity: Hashable, Sendable {
        package var kind: Kind
        package var name: String
        package var uid: String
    }

    package var kind: Kind
    /// The engine's name for it.
    package var name: String
    /// A claim's uid; a workload's own id.
    package var uid: String
    /// The instance, the volume and the generation that it says it was made for.
    package var instanceID: InstanceID?
    package var volumeID: VolumeID?
    package var generation: Int?
    /// Whether a process in it may be writing; never so for a claim.
    package var mayWrite: Bool
    /// The claims that a workload has mounted.
    package var claims: [ClaimName]

    package init(
        kind: Kind, name: String, uid: String, instanceID: InstanceID? = nil,
        volumeID: VolumeID? = nil, generation: Int? = nil, mayWrite: Bool = false,
        claims: [ClaimName] = []
    ) {
        self.kind = kind
        self.name = name
        self.uid = uid
        self.instanceID = instanceID
        self.volumeID = volumeID
        self.generation = generation
        self.mayWrite = mayWrite
        self.claims = claims
    }

    package var identity: Identity { Identity(kind: kind, name: name, uid: uid) }

    /// For people.
    package var title: String { "\(kind == .claim ? "volume" : "container") \(name)" }
}

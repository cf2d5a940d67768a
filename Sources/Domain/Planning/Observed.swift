/// What an engine has just seen of one instance.
package struct Observed: Equatable, Sendable {
    package struct Claim: Equatable, Sendable {
        /// How far the engine is with making it larger, each in words for people.
        package enum Growth: Equatable, Sendable {
            /// By the engine's own doing.
            case underWay(String)
            /// As soon as a process uses it.
            case withNextStart(String)
            /// It will come to nothing.
            case refused(String)
        }

        package var uid: ClaimUID
        /// The volume that it says it was made for; `nil` where it is none of ours.
        package var volumeID: VolumeID?
        /// The size that the engine enforces; `nil` where it enforces none, or cannot tell yet.
        package var enforcedSize: Bytes?
        /// `nil` where it is as large as was last asked for.
        package var growth: Growth?
        /// `nil` where the engine does not tell, or there is nothing yet.
        package var whereabouts: Whereabouts?
        /// Whether its bytes outlive it, so that nothing but a ticket destroys them; always so
        /// where nobody but Holdfast removes claims.
        package var isGuarded: Bool
        /// Whether its bytes are there, and nothing can mount them: somebody removed the object
        /// by which they are reached.
        package var isDetached: Bool

        package init(
            uid: ClaimUID, volumeID: VolumeID?, enforcedSize: Bytes? = nil,
            growth: Growth? = nil, whereabouts: Whereabouts? = nil, isGuarded: Bool = true,
            isDetached: Bool = false
        ) {
            self.uid = uid
            self.volumeID = volumeID
            self.enforcedSize = enforcedSize
            self.growth = growth
            self.whereabouts = whereabouts
            self.isGuarded = isGuarded
            self.isDetached = isDetached
        }
    }

    package struct Workload: Equatable, Sendable {
        package enum State: Equatable, Sendable {
            /// Made, never started.
            case created
            case running(RunID, Health)
            /// Ended; the reason is for people: `exited with 137 (out of memory)`.
            case stopped(String)
            /// On its way to a state, by the engine's own doing.
            case changing(String)

            /// Whether a process may be writing to the volumes.
            package var mayWrite: Bool {
                switch self {
                case .created, .stopped: false
                case .running, .changing: true
                }
            }
        }

        package enum Health: Equatable, Sendable {
            case starting
            case ready
            case failing(String)
        }

        package var id: WorkloadID
        /// As of its making.
        package var revision: String
        /// In what it differs from how it was made, each in words: someone edited it.
        package var drift: [String]
        /// What brings visitors to it and is gone, by the engine's names: it runs on, and a start
        /// makes that anew.
        package var missing: [String]
        package var state: State

        package init(
            id: WorkloadID, revision: String, drift: [String] = [], missing: [String] = [],
            state: State
        ) {
            self.id = id
            self.revision = revision
            self.drift = drift
            self.missing = missing
            self.state = state
        }
    }

    /// Normally none or one. More are trouble, and all of them go before one is made.
    package var workloads: [Workload]
    /// A claim of the instance that is not in here was looked for, and does not exist. There may be
    /// others: those that its workloads have mounted.
    package var claims: [ClaimName: Claim]
    /// Workloads of others that have one of the attached claims mounted and may write, named for
    /// people.
    package var intruders: [String]
    package var hasImage: Bool

    package init(
        workloads: [Workload] = [], claims: [ClaimName: Claim] = [:], intruders: [String] = [],
        hasImage: Bool = false
    ) {
        self.workloads = workloads
        self.claims = claims
        self.intruders = intruders
        self.hasImage = hasImage
    }
}

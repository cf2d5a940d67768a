package import Domain

/// A machine in a dictionary: containers, volumes with files, images, and what went wrong.
package struct MemoryWorld: Sendable {
    package struct Container: Sendable {
        package var id: WorkloadID
        /// `nil` for a container that Holdfast did not make.
        package var workload: Workload?
        package var name: String
        package var claims: [ClaimName]
        package var drift: [String] = []
        package var missing: [String] = []
        package var wasStarted = false
        /// Set while a process runs.
        package var run: RunID?
        package var isReady = true

        package init(id: WorkloadID, workload: Workload?, name: String, claims: [ClaimName]) {
            self.id = id
            self.workload = workload
            self.name = name
            self.claims = claims
        }
    }

    /// One line of an application's own: whose it is, and its number from 1 on.
    package struct Record: Equatable, Sendable {
        package var instance: InstanceID
        package var number: Int

        package init(instance: InstanceID, number: Int) {
            self.instance = instance
            self.number = number
        }
    }

    package struct Claim: Sendable {
        package var uid: ClaimUID
        package var volumeID: VolumeID?
        package var size: Bytes
        package var isGuarded = true
        package var isDetached = false
        /// What processes have written.
        package var files: [String: String] = [:]
        /// What the applications of a simulation have written, in order.
        package var records: [Record] = []
        /// How much they have written beside that.
        package var ballast = Bytes(0)

        package var used: Bytes {
            Bytes(files.values.reduce(ballast.count) { $0 + Int64($1.utf8.count) })
        }

        package init(uid: ClaimUID, volumeID: VolumeID?, size: Bytes) {
            self.uid = uid
            self.volumeID = volumeID
            self.size = size
        }
    }

    package var containers: [WorkloadID: Container] = [:]
    package var claims: [ClaimName: Claim] = [:]
    package var images: Set<String>
    /// What can be pulled.
    package var registry: Set<String> = ["example/notes:1"]
    /// Whether nobody answers.
    package var isDown = false
    /// Whether it takes a question and never answers; and how often it was asked.
    package var isSilent = false
    package var unanswered = 0
    /// Answered once each, in order, instead of taking the next acts.
    package var failures: [EngineFailure] = []
    /// After so many acts, one answer is lost…
    package var troubleAfter: Int?
    /// …with its act taken, or not.
    package var troubleIsTaken = false
    /// Ports of the host that other programs hold.
    package var takenPorts: Set<Int> = []
    /// Whether a process that starts answers at once.
    package var startsReady = true
    /// Whether claims hold no more than their sizes.
    package var enforcesSizes = false
    /// Whether new claims are guarded from the beginning.
    package var guardsClaims = true
    /// In what every new container differs from what was asked for.
    package var stubbornDrift: [String] = []
    /// The latest that was written down.
    package var epoch: Int64?
    /// Answered to whoever asks what there is, or tells an epoch.
    package var inventoryFailure: EngineFailure?
    /// Whether what was looked at is kept in mind, and what that is; how often was looked.
    package var remembers = false
    package var impressions: [InstanceID: Observed] = [:]
    package var looks = 0
    /// Everything that was done, in order.
    package var acts: [Act] = []
    package var destroyed: [ClaimName] = []
    /// Moments at which two processes had one claim mounted: must stay empty.
    package var doubleWriters: [ClaimName] = []
    /// Claims of a process that was ended while they were not guarded: must stay empty.
    package var riskedClaims: [ClaimName] = []
    private var counter = 0

    package init(images: Set<String>) { self.images = images }

    package mutating func next(_ prefix: String) -> String {
        counter += 1
        return "\(prefix)-\(counter)"
    }

    /// Starts a process, and notes if that makes two writers.
    package mutating func run(_ id: WorkloadID) {
        guard let container = containers[id] else { return }
        for claim in container.claims where isWritten(claim, byOtherThan: id) {
            doubleWriters.append(claim)
        }
        let newRun = RunID(next("run"))
        containers[id]?.run = newRun
        containers[id]?.wasStarted = true
        containers[id]?.isReady = startsReady
    }

    package func isWritten(_ claim: ClaimName, byOtherThan id: WorkloadID?) -> Bool {
        containers.values.contains { other in
            other.id != id && other.run != nil && other.claims.contains(claim)
        }
    }

    /// The containers of an instance, in a fixed order.
    package func containers(of instance: InstanceID) -> [Container] {
        containers.values.filter { $0.workload?.instanceID == instance }
            .sorted { $0.id.rawValue < $1.id.rawValue }
    }
}

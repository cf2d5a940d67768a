package import Domain

/// An engine under test, with what the suite must do behind its back.
package protocol EngineWorld: Sendable {
    var engine: any Engine { get }

    /// An engine of the same kind, where nobody answers.
    var lostEngine: any Engine { get }

    var install: String { get }

    /// Something that the engine can run without a registry: it has one volume, serves within
    /// seconds, and prints `firstWords` when it starts.
    var service: CatalogService { get }

    var firstWords: String { get }

    /// A port of the host that nobody holds.
    func freePort() async throws -> Int

    /// Kills the process, in a way that the engine does not mend by itself.
    func kill(_ workload: WorkloadID) async throws

    func rename(_ workload: WorkloadID) async throws

    /// Gives it twice the memory, in whatever way somebody can do that with this engine: while
    /// it runs, or by making it again with the same name and labels.
    func loosenLimits(of workload: WorkloadID, made asked: Workload) async throws

    /// Removes the workload, whatever it does; its claims stay.
    func removeWorkload(_ workload: WorkloadID) async throws

    func removeClaim(_ claim: ClaimName) async throws

    /// Makes a claim that is not the installation's.
    func plantClaim(_ claim: ClaimName) async throws

    /// Starts a process of somebody else's on a claim, and answers what people call it.
    func plantWorkload(on claim: ClaimName) async throws -> String

    func write(_ text: String, to file: String, in claim: ClaimName) async throws

    /// `nil` where there is no such file.
    func read(_ file: String, in claim: ClaimName) async throws -> String?
}

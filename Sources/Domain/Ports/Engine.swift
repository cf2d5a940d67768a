/// A place that can run services: a Docker host, a Kubernetes cluster, a world in memory.
///
/// An engine is hands and eyes. It decides nothing: `plan` does that. Each promise below is held
/// by `EngineConformance`, a suite that every engine must pass.
package protocol Engine: Sendable {
    /// Looks at one instance, and says what is there now; never answers from memory.
    ///
    /// Finds the instance's workloads by their labels even when they were renamed, each claim by
    /// its name, and whoever else has one of the attached claims mounted.
    func observe(_ desired: Desired) async throws(EngineFailure) -> Observed

    /// Takes one act; twice leaves the same world as once.
    ///
    /// Only `observe` can tell that it is done. `progress` gets lines for people.
    func take(
        _ act: Act, progress: @Sendable (String) async -> Void
    ) async throws(EngineFailure)

    /// Destroys the claim that the ticket names, if it still has the identity that the ticket
    /// names and nothing has it mounted; a claim that is already gone is no failure.
    func destroy(_ ticket: consuming DestructionTicket) async throws(EngineFailure)

    /// All that bears the installation's label, whatever rows say of it; never from memory.
    func inventory() async throws(EngineFailure) -> Inventory

    /// Writes an epoch down where no older copy of the database reaches; from then on the
    /// inventory tells it. Where a later one is written down, that one stays.
    func write(epoch: Int64) async throws(EngineFailure)

    /// How much each claim of the installation holds, as far as that can be told; a claim that is
    /// not in the answer could not be measured. May be slow: nothing for each look.
    func usage() async throws(EngineFailure) -> [ClaimName: ClaimUsage]

    /// What it can do on its machine, found out by asking it.
    func abilities() async throws(EngineFailure) -> EngineAbilities

    /// What is known without asking, for reports, and to see that there is nothing to do; what is
    /// done rests on looks. `nil` where the engine remembers nothing, or may have missed something.
    func recollection() async -> Recollection?

    /// What the last look at this instance saw, where that still holds by all that was heard
    /// since; `nil` as above.
    func recollection(of desired: Desired) async -> Observed?

    /// Whispers which instances may have changed, until its task is cancelled.
    ///
    /// A lost whisper costs time, never truth: the reconciler also looks at all, in turn.
    func whisper(to listener: @Sendable @escaping (InstanceID) -> Void) async

    /// Its product and version, for people; fails when nobody answers.
    func greeting() async throws(EngineFailure) -> String

    /// What the instance's process has printed, oldest first; with `follow`, until it ends.
    func logs(
        of instance: InstanceID, tail: Int, follow: Bool
    ) async throws(EngineFailure) -> AsyncThrowingStream<LogLine, any Error>
}

extension Engine {
    package func recollection() async -> Recollection? { nil }

    package func recollection(of desired: Desired) async -> Observed? { nil }
}

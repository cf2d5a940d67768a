/// Keeps wishes and history, and never half of either.
///
/// Bodies run to their end inside one transaction and may run on any thread; an error thrown in
/// one undoes all of it, and comes out unchanged. Failures of the store itself are
/// `StoreFailure`s.
package protocol Store: Sendable {
    func read<Value: Sendable>(
        _ body: @Sendable @escaping (any StoreReader) throws -> Value
    ) async throws -> Value

    /// Durable when it returns: the power may fail.
    func write<Value: Sendable>(
        _ body: @Sendable @escaping (any StoreWriter) throws -> Value
    ) async throws -> Value

    /// Turns a committed ticket into the permission to destroy, by compare-and-set from
    /// `issued` to `begun` (or again from `begun`, after a crash), with its audit row.
    ///
    /// Answers `nil` when the ticket may not be used: voided, spent, before `notBefore` by the
    /// time that counts, without a claim uid, its last backup owed, its volume attached again, or
    /// when nothing may be destroyed at present (`Hold`).
    func redeem(_ ticket: TicketID) async throws -> DestructionTicket?

    /// The same for an orphan that an admin has condemned: `nil` unless it is still the one that
    /// was seen, nothing claims it, and `notBefore` has passed.
    func redeem(orphan: OrphanID) async throws -> DestructionTicket?

    /// What has been committed since the call; ends only with its task.
    func changes() -> AsyncStream<StoreChange>
}

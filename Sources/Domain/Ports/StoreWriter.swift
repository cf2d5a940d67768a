/// What can be written in a transaction. Nothing here deletes a row.
package protocol StoreWriter: StoreReader {
    func setValue(_ value: String, for key: MetaKey) throws
    func save(_ time: Timekeeping) throws
    /// Sets the epoch to what comes after `seen` and after the present one.
    func advanceEpoch(past seen: Int64) throws

    /// Refuses an e-mail address that is taken (`Refusal.conflict`).
    func insert(_ user: User) throws
    func update(_ user: User) throws
    func insert(_ session: Session) throws
    /// Replaces the digest if it still is `old`; false when another was faster.
    func rotate(_ session: SessionID, from old: String, to new: String) throws -> Bool
    func revoke(_ session: SessionID) throws
    func revokeSessions(of user: UserID) throws
    func insert(_ token: APIToken) throws
    func revoke(_ token: APITokenID) throws

    func insert(_ subscription: Subscription) throws
    func update(_ subscription: Subscription) throws
    func insert(_ instance: ServiceInstance) throws
    func update(_ instance: ServiceInstance) throws
    func save(_ status: InstanceStatus) throws
    func insert(_ volume: Volume) throws
    func update(_ volume: Volume) throws
    /// Replaces the measurement that there was.
    func save(_ usage: VolumeUsage) throws
    func insert(_ secret: InstanceSecret) throws

    func insert(_ ticket: DestructionTicket.Record) throws
    /// Names the claim's uid in a ticket that was issued before the claim was seen.
    func nameClaim(_ uid: ClaimUID, in ticket: TicketID) throws
    /// Takes a ticket back if it is still only issued; false when it is too late.
    func void(_ ticket: TicketID) throws -> Bool
    /// Moves to `moment` the end of every undo window that would be over before; answers the
    /// tickets that it has changed, as they are now.
    func postponeTickets(to moment: Instant) throws -> [DestructionTicket.Record]
    /// Ends a ticket that has begun, whose claim never existed, or whose claim was found missing
    /// after the undo window.
    func spend(_ ticket: TicketID, proof: String) throws

    /// Refuses a second active operation of one instance (`Refusal.busy`, naming the first).
    func insert(_ operation: Operation) throws
    func update(_ operation: Operation) throws
    /// Adds the next step to the operation's story.
    func append(_ text: String, to operation: OperationID) throws
    func append(_ event: InstanceEvent) throws
    func append(_ event: AuditEvent) throws

    func insert(_ record: IdempotencyRecord) throws
    func save(_ health: EngineHealth) throws

    /// False where the same was written about the same ending before.
    func insert(_ notice: Notice) throws -> Bool
    func update(_ notice: Notice) throws
    /// Replaces the hold of its kind.
    func save(_ hold: Hold) throws
    /// Replaces the row with its id.
    func save(_ orphan: Orphan) throws
    /// False where an event with its id was taken before.
    func insert(_ event: PaymentEvent) throws -> Bool
}

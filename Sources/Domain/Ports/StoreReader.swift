/// What can be read in a transaction: one unchanging view.
package protocol StoreReader {
    /// The database's clock; all moments that are written come from here.
    var now: Instant { get }

    func value(_ key: MetaKey) throws -> String?
    /// `nil` while nobody watches the time: then the clock is believed.
    func timekeeping() throws -> Timekeeping?
    func epoch() throws -> Int64

    func user(_ id: UserID) throws -> User?
    func user(email: String) throws -> User?
    func users(_ page: Page<User>) throws -> [User]
    /// Whether somebody else is an admin who is not shut out.
    func hasAdmin(besides user: UserID) throws -> Bool
    func session(digest: String) throws -> Session?
    /// The one whose token before the present one this was.
    func session(spent digest: String) throws -> Session?
    func apiToken(digest: String) throws -> APIToken?
    func apiTokens(of user: UserID) throws -> [APIToken]

    func subscription(_ id: SubscriptionID) throws -> Subscription?
    /// Of one customer, or of all; newest first.
    func subscriptions(
        of customer: UserID?, _ page: Page<Subscription>
    ) throws -> [Subscription]

    /// Those that the sweep is to look at, the longest due first.
    func subscriptionsDue(_ limit: Int) throws -> [Subscription]
    /// Those that have ended and whose data is kept.
    func subscriptionsInGrace() throws -> [Subscription]

    /// This and the next two throw `UnreadableInstance` where the row is damaged.
    func instance(_ id: InstanceID) throws -> ServiceInstance?
    func instance(of subscription: SubscriptionID) throws -> ServiceInstance?
    func instance(named name: String) throws -> ServiceInstance?
    /// All that a full look must cover: every instance that is not erased and done with.
    func instanceIDs() throws -> [InstanceID]
    func status(of instance: InstanceID) throws -> InstanceStatus?
    func hostPorts() throws -> Set<Int>
    /// Of all instances; newest first. Damaged ones come with a spec that runs nothing.
    func instances(_ page: Page<ServiceInstance>) throws -> [ServiceInstance]
    /// By generation, then name; destroyed ones too.
    func volumes(of instance: InstanceID) throws -> [Volume]
    /// Of all instances, those that are not destroyed.
    func keptVolumes() throws -> [Volume]
    /// The claims of those.
    func keptClaims() throws -> Set<ClaimName>
    /// Of whatever state, as the next one.
    func volume(_ id: VolumeID) throws -> Volume?
    func volume(_ claim: ClaimName) throws -> Volume?
    /// Of those that are not destroyed.
    func storageTotals() throws -> [StorageTotal]
    /// The last measurements of its volumes; none of a volume that never was measured.
    func usage(of instance: InstanceID) throws -> [VolumeUsage]
    func secrets(of instance: InstanceID, generation: Int) throws -> [InstanceSecret]
    func ticket(_ id: TicketID) throws -> DestructionTicket.Record?
    func tickets(of instance: InstanceID) throws -> [DestructionTicket.Record]
    /// How many there are that may still be taken back.
    func openTickets() throws -> Int

    func operation(_ id: OperationID) throws -> Operation?
    func activeOperation(of instance: InstanceID) throws -> Operation?
    /// Newest first.
    func operations(
        of customer: UserID?, subscription: SubscriptionID?, _ page: Page<Operation>
    ) throws -> [Operation]
    func steps(of operation: OperationID, after sequence: Int) throws -> [OperationStep]

    /// Newest first; `before` is a sequence number.
    func events(
        of instance: InstanceID, before: Int64?, limit: Int
    ) throws -> [InstanceEvent]
    func audit(_ query: AuditQuery) throws -> [AuditEvent]
    /// As they are kept, oldest first.
    func auditLinks(after sequence: Int64, limit: Int) throws -> [AuditLink]
    /// Goes on with an inspection, by so many rows at most.
    func inspect(_ inspection: AuditInspection, limit: Int) throws -> AuditInspection

    func idempotency(_ key: IdempotencyKey) throws -> IdempotencyRecord?
    func engineHealth() throws -> EngineHealth?

    /// About one subscription, oldest first.
    func notices(of subscription: SubscriptionID) throws -> [Notice]
    func notice(_ id: NoticeID) throws -> Notice?
    /// Newest first.
    func notices(in state: Notice.State?, _ page: Page<Notice>) throws -> [Notice]
    /// Those to be delivered now, the longest due first.
    func noticesDue(on channel: Notice.Channel, _ limit: Int) throws -> [Notice]
    /// When one that is not due yet is to be tried next.
    func nextNoticeAt(on channel: Notice.Channel) throws -> Instant?

    func holds() throws -> [Hold]
    func destructionLoad() throws -> CircuitBreaker.Load
    /// Those that are not gone, in the order in which they were first seen.
    func orphans() throws -> [Orphan]
    /// Of whatever state.
    func orphan(_ id: OrphanID) throws -> Orphan?
    func paymentEvent(_ id: String) throws -> PaymentEvent?
}

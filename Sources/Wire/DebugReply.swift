/// Everything that an admin wants to know who asks what is amiss.
package struct DebugReply: Codable, Equatable, Sendable {
    /// A piece of the list of all instances.
    package var items: [DebugInstanceReply]
    /// What to send as `after` to get the next piece; absent at the end.
    package var next: String?
    package var engine: EngineReply
    /// Why the engine could not be asked for this report.
    package var trouble: String?
    /// Up to when it is known what the engine has; absent where nobody could tell.
    package var seenAt: String?
    package var epoch: EpochReply
    package var holds: [HoldReply]
    package var clock: ClockReply
    package var storage: [StorageReply]
    /// What the engine has, and no row claims.
    package var strays: [EngineObjectReply]
    /// Claims that only a later state of the database can have made.
    package var unknown: [EngineObjectReply]
    /// What no row claims, as it is remembered.
    package var orphans: OrphansReply

    package init(
        items: [DebugInstanceReply], next: String? = nil, engine: EngineReply,
        trouble: String? = nil, seenAt: String? = nil, epoch: EpochReply, holds: [HoldReply],
        clock: ClockReply, storage: [StorageReply], strays: [EngineObjectReply],
        unknown: [EngineObjectReply], orphans: OrphansReply
    ) {
        self.items = items
        self.next = next
        self.engine = engine
        self.trouble = trouble
        self.seenAt = seenAt
        self.epoch = epoch
        self.holds = holds
        self.clock = clock
        self.storage = storage
        self.strays = strays
        self.unknown = unknown
        self.orphans = orphans
    }
}

/// The single-use permission to destroy one claim.
///
/// The only call in the program that can destroy a claim consumes one, and only the store can
/// make one, from a committed row: the initializer is reached by `@_spi(Redemption) import
/// Domain`, which one file of the store does (a test counts them). It cannot be copied, kept
/// or used twice.
package struct DestructionTicket: ~Copyable, Sendable {
    package let id: TicketID
    package let claim: ClaimName
    package let uid: ClaimUID

    /// Only for the store, from a row that it has just committed as begun.
    @_spi(Redemption) public init(redeeming record: Record, uid: ClaimUID) {
        id = record.id
        claim = record.claim
        self.uid = uid
    }

    /// Only for the store, from the row of an orphan that it has just committed as begun.
    @_spi(Redemption) public init(redeeming orphan: Orphan) {
        id = TicketID(orphan.id.rawValue)
        claim = ClaimName(orphan.object.name)
        uid = ClaimUID(orphan.object.uid)
    }
}

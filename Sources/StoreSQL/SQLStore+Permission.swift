@_spi(Redemption) import Domain

/// The one place in the program where the permission to destroy is made.
extension SQLStore {
    /// `record` must have been committed as begun.
    static func permission(from record: DestructionTicket.Record) -> DestructionTicket? {
        guard record.state == .begun, let uid = record.uid else { return nil }
        return DestructionTicket(redeeming: record, uid: uid)
    }

    static func permission(from orphan: Orphan) -> DestructionTicket? {
        guard orphan.state == .begun, orphan.object.kind == .claim else { return nil }
        return DestructionTicket(redeeming: orphan)
    }
}

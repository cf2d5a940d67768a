import Domain

/// What can be read and written in one transaction; each subject has a file of its own.
///
/// Remembers what it touched, so that listeners hear of it once it is committed.
final class SQLTransaction {
    let connection: any Connection
    /// One moment for the whole transaction.
    let now: Instant
    private(set) var changes: [StoreChange] = []

    init(on connection: any Connection) throws {
        self.connection = connection
        now = try connection.now()
    }

    func note(_ change: StoreChange) {
        if !changes.contains(change) { changes.append(change) }
    }
}

extension SQLTransaction: StoreWriter {}

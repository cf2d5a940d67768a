import Domain
import GRDB
import GRDBSQLite

/// Bodies that wait at the same time are committed together, since it is the flush to the disk
/// that takes long. Each is still all or nothing, and none is told to be done before the flush.
extension SQLiteDatabase {
    /// So many at most, so that the first does not wait for too many others.
    private static let largestGroup = 64

    /// Commits those who wait; there may be none left, as each of them sends for this.
    func commitWaiting(on database: GRDB.Database) {
        let writes = queue.take(Self.largestGroup)
        switch writes.count {
        case 0: break
        case 1: commit(writes[0], on: database)
        default: commit(writes, on: database)
        }
    }

    private func commit(_ write: PendingWrite, on database: GRDB.Database) {
        do {
            var tell: (@Sendable () -> Void)?
            try database.inTransaction(.immediate) {
                tell = try write.run(database)
                return .commit
            }
            tell?()
        } catch {
            write.fail(translated(error))
        }
    }

    private func commit(_ writes: [PendingWrite], on database: GRDB.Database) {
        var outcomes: [@Sendable () -> Void] = []
        do {
            try database.inTransaction(.immediate) {
                outcomes = try writes.map { write in
                    do {
                        return try attempt(write, on: database)
                    } catch  where database.isInsideTransaction {
                        let failure = translated(error)
                        return { write.fail(failure) }
                    }
                }
                return .commit
            }
        } catch {
            // Nothing of any was written; also what one has refused may hang on another's rows.
            let failure = translated(error)
            outcomes = writes.map { write in { write.fail(failure) } }
        }
        for tell in outcomes { tell() }
    }

    /// Undoes what the body has done when it throws, and nothing else.
    private func attempt(
        _ write: PendingWrite, on database: GRDB.Database
    ) throws -> @Sendable () -> Void {
        var tell: (@Sendable () -> Void)?
        try database.inSavepoint {
            tell = try write.run(database)
            try requireReferences(in: database)
            return .commit
        }
        guard let tell else { throw StoreFailure.failed("The transaction had no outcome.") }
        return tell
    }

    /// References are checked by the commit, which is everybody's: whose are broken is to be
    /// known before (https://sqlite.org/c3ref/c_dbstatus_options.html).
    private func requireReferences(in database: GRDB.Database) throws {
        var (broken, most): (CInt, CInt) = (0, 0)
        sqlite3_db_status(
            database.sqliteConnection, SQLITE_DBSTATUS_DEFERRED_FKS, &broken, &most, 0)
        guard broken == 0 else {
            throw DatabaseError(
                resultCode: .SQLITE_CONSTRAINT_FOREIGNKEY,
                message: "FOREIGN KEY constraint failed")
        }
    }

    /// What GRDB throws becomes a failure of the store; all else stays as it is.
    private func translated(_ error: any Error) -> any Error {
        error is DatabaseError ? StoreFailure(from: error, at: pool.path) : error
    }
}

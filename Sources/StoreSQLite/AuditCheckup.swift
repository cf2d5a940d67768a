package import Domain
import FoundationEssentials
import GRDB
import StoreSQL

/// Inspects the audit trail of a database without changing anything of it, also while a server
/// runs on it, and of a copy.
package enum AuditCheckup {
    private struct NoTime: WallClock {
        func now() -> Instant { Instant(milliseconds: 0) }
        func sleep(for duration: Duration) async throws {}
    }

    /// - Parameters:
    ///   - path: Of the database's file.
    ///   - isHeld: Whether a server runs on it; see `DatabaseCheckup`.
    ///   - expected: What was noted down earlier.
    /// - Throws: `StoreFailure` where it cannot be read, or has no chain yet.
    package static func inspect(
        _ path: String, isHeld: Bool, expecting expected: AuditHead?
    ) throws(StoreFailure) -> AuditInspection {
        do {
            let queue = try DatabaseCheckup.open(path, isHeld: isHeld)
            try queue.read { try requireChain($0, path) }
            var inspection = AuditInspection(expecting: expected)
            while !inspection.isOver {
                inspection = try queue.read { database in
                    let connection = SQLiteConnection(to: database, at: path, clock: NoTime())
                    return try AuditTrail(connection)
                        .inspect(inspection, limit: AuditTrail.piece)
                }
            }
            return inspection
        } catch {
            throw StoreFailure(from: error, at: path)
        }
    }

    private static func requireChain(_ database: GRDB.Database, _ path: String) throws {
        guard try database.tableExists("audit_chain"), try database.tableExists("audit_head")
        else {
            throw StoreFailure.failed(
                "The database \(path) has no hashes of its audit trail: it was written by an older "
                    + "Holdfast, and the first start of this one makes them; or somebody removed "
                    + "them.")
        }
    }
}

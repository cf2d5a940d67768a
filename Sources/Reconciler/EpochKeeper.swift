import Domain
import Logging
import Synchronization

/// Keeps an older copy of the database from destroying what a later one has come to need.
///
/// What the database has changed is told to the engine before anything is done that follows from
/// it; so a copy that was made before finds that the engine knows more than itself.
final class EpochKeeper: Sendable {
    /// What was last seen of the engine's epoch.
    private enum Standing {
        case unknown
        case written(Int64)
        /// A later state of the database has written it.
        case ahead(Int64)
    }

    private let store: any Store
    private let engine: any Engine
    private let logger: Logger
    private let standing = Mutex(Standing.unknown)

    init(store: any Store, engine: any Engine, logger: Logger) {
        self.store = store
        self.engine = engine
        self.logger = logger
    }

    /// At each start, so that even a copy to which nothing happened is told from what went on.
    func begin() async throws {
        try await store.write { try $0.advanceEpoch(past: 0) }
    }

    /// Before an act: what led to it must be known to the engine. In a quarantine there is nothing
    /// to be told, and things may be made and mended all the same.
    func prepare() async throws {
        let (epoch, witnessed) = try await store.read { rows in
            (try rows.epoch(), try rows.witnessedEpoch())
        }
        switch standing.withLock(\.self) {
        case .written(let known) where known >= epoch: return
        case .ahead(let seen) where seen > witnessed: return
        case .written: try await write()
        case .unknown, .ahead: try await isCurrent(beside: engine.inventory())
        }
    }

    /// Compares the database with what the engine has just been seen to have; writes the epoch
    /// down where the engine lacks it, and begins a quarantine where the database is the older,
    /// or where nothing can tell any more whether it is.
    ///
    /// - Returns: Whether nothing is known of a later state of the database.
    @discardableResult
    func isCurrent(beside inventory: Inventory) async throws -> Bool {
        let (verdict, hasTold, why) = try await store.read { [self] rows in
            (
                try rows.verdict(on: inventory), try rows.hasToldEngine(),
                try doubt(inventory, rows)
            )
        }
        if inventory.epoch == nil, hasTold {
            logger.notice("The engine had forgotten the epoch; it is told again")
        }
        // First: once the epoch is written down again, nothing shows that it was not there.
        if why != nil { try await quarantine(beside: inventory) }
        switch verdict {
        case .ahead(let epoch): note(.ahead(epoch))
        case .behind: try await write(isFirst: !hasTold)
        case .agrees: note(inventory.epoch.map { .written($0) } ?? .unknown)
        }
        return why == nil
    }

    /// Whether this process has seen, or written down itself, that the engine knows this database:
    /// an epoch that is missing then was taken away since, and no copy was put back in between.
    private var isSure: Bool {
        if case .written = standing.withLock(\.self) { true } else { false }
    }

    private func write(isFirst: Bool = false) async throws {
        let epoch = try await store.write { try $0.noteWitness() }
        try await engine.write(epoch: epoch)
        note(.written(epoch))
        if isFirst { try await store.write { try $0.noteTold() } }
    }

    /// Of several that write at once, the latest counts.
    private func note(_ new: Standing) {
        standing.withLock { standing in
            if case .written(let new) = new, case .written(let known) = standing, known > new {
                return
            }
            standing = new
        }
    }

    /// Why the database may not be the latest, in words.
    private func doubt(_ inventory: Inventory, _ rows: any StoreReader) throws -> String? {
        let verdict = try rows.verdict(on: inventory)
        let unknown = try rows.unknownClaims(in: inventory)
        let isForgotten = try inventory.epoch == nil && !isSure && rows.hasToldEngine()
        var reasons: [String] = []
        if case .ahead(let epoch) = verdict {
            reasons.append("A later one has told the engine of itself (epoch \(epoch)).")
        }
        if !unknown.isEmpty {
            let names = unknown.prefix(5).map(\.name).joined(separator: ", ")
            let more = unknown.count > 5 ? " and \(unknown.count - 5) more" : ""
            reasons.append("The engine has volumes that it has never known: \(names)\(more).")
        }
        if reasons.isEmpty, isForgotten {
            return "This database may be an older copy of itself: what the engine was told about "
                + "that was removed from it while Holdfast did not run. What would be destroyed "
                + "may have come into use since."
        }
        guard !reasons.isEmpty else { return nil }
        return "This database is an older copy of itself: what it would destroy may have come "
            + "into use since. \(reasons.joined(separator: " "))"
    }

    private func quarantine(beside inventory: Inventory) async throws {
        let why = try await store.write { [self] rows -> String? in
            // An admin may have decided since it was compared.
            guard let why = try doubt(inventory, rows) else { return nil }
            let known = try rows.holds().first { $0.kind == .quarantine }
            guard known?.isInForce != true else { return nil }
            let hold = Hold(kind: .quarantine, why: why, since: rows.now)
            try rows.save(hold)
            try rows.append(
                AuditEvent(
                    at: rows.now, actor: .system, action: "quarantine.begin", subject: "hold",
                    subjectID: hold.kind.rawValue, details: ["why": why]))
            return why
        }
        guard let why else { return }
        logger.critical(
            """
            ALERT: quarantine. Nothing is destroyed until an admin decides: holdfast admin \
            quarantine
            """, metadata: ["why": .string(why)])
    }
}

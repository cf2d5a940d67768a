import GRDB
import Synchronization

/// Counts a database's commits, and refuses them on demand.
final class CommitWatch: TransactionObserver, Sendable {
    struct Whim: Error {}

    private let state = Mutex((commits: 0, refuses: false))

    var commits: Int { state.withLock(\.commits) }

    func refuse() { state.withLock { $0.refuses = true } }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }

    func databaseDidChange(with event: DatabaseEvent) {}

    func databaseWillCommit() throws { if state.withLock(\.refuses) { throw Whim() } }

    func databaseDidCommit(_ database: GRDB.Database) { state.withLock { $0.commits += 1 } }

    func databaseDidRollback(_ database: GRDB.Database) {}
}

package import Domain
import Synchronization

/// Where the catalog in force lies, for all who look into it; it may be exchanged at any time.
/// What runs already is not touched by that: it carries its own spec.
package final class CatalogShelf: Sendable {
    package struct Standing: Equatable, Sendable {
        package var catalog: Catalog
        /// The folder it was read from.
        package var source: String
        package var loadedAt: Instant
        /// Why the folder's present content is not in force, if it is not.
        package var refusal: Refused?
    }

    package struct Refused: Equatable, Sendable {
        package var at: Instant
        /// The mistakes, one a line, by file, line and column.
        package var why: String
    }

    private let state: Mutex<Standing>
    private let reader: @Sendable () throws -> Catalog

    /// - Parameter reader: Reads the source anew; throws all its mistakes, one a line.
    package init(
        _ catalog: Catalog, from source: String, at now: Instant,
        reader: @Sendable @escaping () throws -> Catalog
    ) {
        state = Mutex(Standing(catalog: catalog, source: source, loadedAt: now))
        self.reader = reader
    }

    /// What the source holds just now; what lies here stays as it is.
    package func read() -> Result<Catalog, any Error> { Result { try reader() } }

    package func take(_ reading: Result<Catalog, some Error>, at now: Instant) {
        switch reading {
        case .success(let catalog): put(catalog, at: now)
        case .failure(let mistakes): refuse("\(mistakes)", at: now)
        }
    }

    package var standing: Standing { state.withLock(\.self) }

    package func put(_ catalog: Catalog, at now: Instant) {
        state.withLock { state in
            state.catalog = catalog
            state.loadedAt = now
            state.refusal = nil
        }
    }

    /// The one that lies there stays in force.
    package func refuse(_ why: String, at now: Instant) {
        state.withLock { $0.refusal = Refused(at: now, why: why) }
    }
}

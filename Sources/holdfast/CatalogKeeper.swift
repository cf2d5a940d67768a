import CatalogFiles
import Domain
import Logging
import Operations
import ServiceLifecycle
import UnixSignals

/// Keeps the catalog on the shelf as it is in its folder, and reads it again at once on SIGHUP.
struct CatalogKeeper: Service {
    let watch: CatalogWatch
    /// The folder as it was when the shelf was filled.
    let stamp: CatalogStamp
    let shelf: CatalogShelf
    let clock: any WallClock
    let logger: Logger

    func run() async {
        await cancelWhenGracefulShutdown {
            let (asks, ask) = AsyncStream.makeStream(of: Void.self)
            await withDiscardingTaskGroup { group in
                group.addTask {
                    for await _ in await UnixSignalsSequence(trapping: .sighup) { ask.yield() }
                }
                await watch.run(since: stamp, asks: asks) { take($0) }
                group.cancelAll()
            }
        }
    }

    private func take(_ reading: CatalogWatch.Reading) {
        shelf.take(reading, at: clock.now())
        switch reading {
        case .success(let catalog):
            logger.notice(
                "The catalog was read again",
                metadata: ["services": "\(catalog.services.map(\.name).joined(separator: ", "))"])
        case .failure(let errors):
            for error in errors.errors {
                logger.error(
                    "The catalog has a mistake; the one before stays in force",
                    metadata: ["mistake": "\(error)"])
            }
        }
    }
}

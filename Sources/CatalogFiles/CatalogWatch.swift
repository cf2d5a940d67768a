package import Domain

/// Reads a catalog's folder again whenever it has changed, or somebody asks for it.
package struct CatalogWatch: Sendable {
    package typealias Reading = Result<Catalog, CatalogErrors>

    private enum Reason { case asked, time }

    private let folder: String
    private let interval: Duration
    private let clock: any WallClock

    /// - Parameter interval: How often the folder is looked at.
    package init(folder: String, every interval: Duration, clock: any WallClock) {
        self.folder = folder
        self.interval = interval
        self.clock = clock
    }

    /// Ends with its task.
    ///
    /// - Parameters:
    ///   - last: The folder as it was before it was read last.
    ///   - asks: Whoever asks is answered, even if nothing has changed.
    ///   - tell: Gets the new catalog, or all its mistakes; once for each state of the folder.
    package func run(
        since last: CatalogStamp, asks: AsyncStream<Void>,
        tell: @Sendable @escaping (Reading) async -> Void
    ) async {
        let (reasons, reason) = AsyncStream.makeStream(of: Reason.self)
        await withDiscardingTaskGroup { group in
            group.addTask {
                for await _ in asks { reason.yield(.asked) }
            }
            group.addTask {
                while (try? await clock.sleep(for: interval)) != nil { reason.yield(.time) }
            }
            var last = last
            for await reason in reasons {
                // Before the files are read: what changes meanwhile is then seen next time.
                let stamp = CatalogStamp(of: folder)
                guard reason == .asked || stamp != last else { continue }
                last = stamp
                await tell(read())
            }
            group.cancelAll()
        }
    }

    private func read() -> Reading {
        Result { () throws(CatalogErrors) in try CatalogLoader.load(from: folder) }
    }
}

import CMalloc
import Domain
import ServiceLifecycle

/// Gives back to the system what was needed for a while: the C library keeps it, and a start reads
/// long lists that are never needed again.
///
/// Source: https://man7.org/linux/man-pages/man3/malloc_trim.3.html
struct SpareMemoryService: Service {
    private static let interval = Duration.seconds(60)

    let clock: any WallClock

    func run() async {
        await cancelWhenGracefulShutdown {
            while (try? await clock.sleep(for: Self.interval)) != nil { malloc_trim(0) }
        }
    }
}

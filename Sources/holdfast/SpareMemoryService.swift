import CMalloc
import Domain
import ServiceLifecycle

/// Gives back to the system what was needed for a while: the C library keeps it, and a start reads
/// long lists that are never needed again.
///
/// Sources: https://man7.org/linux/man-pages/man3/malloc_trim.3.html,
/// https://man7.org/linux/man-pages/man3/mallopt.3.html
struct SpareMemoryService: Service {
    private static let interval = Duration.seconds(60)
    /// In bytes. Without a word, the library raises it with the first large piece that is given
    /// back, and from then on keeps large pieces, with small ones that live long between them.
    private static let large: Int32 = 128 << 10

    let clock: any WallClock

    func run() async {
        mallopt(M_MMAP_THRESHOLD, Self.large)
        await cancelWhenGracefulShutdown {
            while (try? await clock.sleep(for: Self.interval)) != nil { malloc_trim(0) }
        }
    }
}

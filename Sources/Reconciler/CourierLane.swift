import Domain
import Logging
import Synchronization

/// Carries what is to go by one channel, a few notices at once, so that one that hangs holds up
/// no other.
final class CourierLane: Sendable {
    let channel: Notice.Channel
    let bell = Bell()
    let store: any Store
    let notifier: any Notifier
    let clock: any WallClock
    let randomness: any Randomness
    let settings: CourierSettings
    let logger: Logger
    let health: Mutex<ChannelHealth>
    /// What is being carried, and must not be taken up a second time.
    private let underWay = Mutex<Set<NoticeID>>([])

    init(
        _ channel: Notice.Channel, store: any Store, notifier: any Notifier,
        clock: any WallClock, randomness: any Randomness, settings: CourierSettings,
        logger: Logger
    ) {
        self.channel = channel
        self.store = store
        self.notifier = notifier
        self.clock = clock
        self.randomness = randomness
        self.settings = settings
        self.logger = logger
        health = Mutex(ChannelHealth(alarmAfter: settings.alarmAfter))
    }

    func run() async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                let heard = bell.rings
                let (due, next) = await look()
                for notice in due {
                    underWay.withLock { _ = $0.insert(notice.id) }
                    group.addTask { await self.carry(notice) }
                }
                if due.isEmpty { await wait(past: heard, until: next) }
            }
        }
    }

    /// Says once that notices wait for a channel that is not set up.
    func tellOfWaiting() async {
        while !Task.isCancelled {
            let heard = bell.rings
            let waiting = try? await store.read { [channel] in try $0.noticesDue(on: channel, 1) }
            if waiting?.isEmpty == false {
                logger.warning(
                    """
                    Notices wait, since nothing is set up to send them. holdfast serve --help \
                    names the settings; holdfast admin notices shows what waits.
                    """, metadata: ["channel": .string(channel.rawValue)])
                return
            }
            await bell.wait(past: heard)
        }
    }

    private func carry(_ notice: Notice) async {
        await deliver(notice)
        underWay.withLock { _ = $0.remove(notice.id) }
        bell.ring()
    }

    /// Those to be taken up now, and when another will be due.
    private func look() async -> (due: [Notice], next: Instant?) {
        // Looked at before the rows: what ends in between is seen ended the next time.
        let busy = underWay.withLock(\.self)
        let free = settings.atOnce - busy.count
        guard free > 0 else { return ([], nil) }
        do {
            return try await store.read { [channel] rows in
                let due = try rows.noticesDue(on: channel, busy.count + free)
                    .filter { !busy.contains($0.id) }
                return (Array(due.prefix(free)), try rows.nextNoticeAt(on: channel))
            }
        } catch {
            guard !Task.isCancelled else { return ([], nil) }
            logger.error("Cannot read the outbox", metadata: ["error": "\(error)"])
            return ([], clock.now() + .seconds(5))
        }
    }

    /// Never for longer than the look interval, so that a clock that was set is noticed.
    private func wait(past heard: Int, until next: Instant?) async {
        let pause = next.map { $0 - clock.now() } ?? settings.lookInterval
        let bounded = min(max(pause, .milliseconds(1)), settings.lookInterval)
        _ = await bell.wait(past: heard, atMost: bounded, by: clock)
    }
}

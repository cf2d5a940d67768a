package import Domain
package import Logging

/// Carries the notices of the outbox to whom they are for: each at least once.
///
/// A notice is recorded as delivered only after it was; a crash in between lets it be delivered
/// again. Ends when its task is cancelled.
package struct Courier: Sendable {
    private let store: any Store
    private let lanes: [CourierLane]
    private let closed: [CourierLane]

    package init(
        store: any Store, notifier: any Notifier, clock: any WallClock,
        randomness: any Randomness, settings: CourierSettings, logger: Logger
    ) {
        self.store = store
        let all = Notice.Channel.allCases.map { channel in
            CourierLane(
                channel, store: store, notifier: notifier, clock: clock,
                randomness: randomness, settings: settings, logger: logger)
        }
        lanes = all.filter { settings.channels.contains($0.channel) }
        closed = all.filter { !settings.channels.contains($0.channel) }
    }

    package func run() async {
        let changes = store.changes()
        await withDiscardingTaskGroup { group in
            for lane in lanes { group.addTask { await lane.run() } }
            for lane in closed { group.addTask { await lane.tellOfWaiting() } }
            for await change in changes where change == .notice {
                for lane in lanes + closed { lane.bell.ring() }
            }
            group.cancelAll()
        }
    }
}

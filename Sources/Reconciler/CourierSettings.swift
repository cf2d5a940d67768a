package import Domain

/// How notices are carried.
package struct CourierSettings: Sendable {
    /// Those that are set up; what is for others waits, and no tries are counted.
    package var channels: Set<Notice.Channel>
    package var policy: DeliveryPolicy
    /// How many of one channel are carried at once.
    package var atOnce: Int
    /// After how long one that hangs is given up, and tried again later.
    package var longest: Duration
    /// How often the outbox is looked at, whatever the whispers say.
    package var lookInterval: Duration
    /// After how long an alert tells that nothing gets through a channel.
    package var alarmAfter: Duration

    package init(
        channels: Set<Notice.Channel>, policy: DeliveryPolicy = DeliveryPolicy(),
        atOnce: Int = 4, longest: Duration = .seconds(120),
        lookInterval: Duration = .seconds(60), alarmAfter: Duration = .seconds(900)
    ) {
        self.channels = channels
        self.policy = policy
        self.atOnce = atOnce
        self.longest = longest
        self.lookInterval = lookInterval
        self.alarmAfter = alarmAfter
    }
}

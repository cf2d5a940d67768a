import Domain

/// Whether anything gets through a channel. Pure: it is told the time.
struct ChannelHealth: Equatable, Sendable {
    enum News: Equatable, Sendable {
        case isDown(since: Instant)
        case worksAgain
    }

    let alarmAfter: Duration
    private var failsSince: Instant?
    private var isTold = false

    init(alarmAfter: Duration) { self.alarmAfter = alarmAfter }

    /// - Parameter failure: `nil` for a delivery. That one notice can never be delivered says
    ///   nothing about the others.
    /// - Returns: What an admin is to be told now; each thing once.
    mutating func note(_ failure: DeliveryFailure?, at now: Instant) -> News? {
        switch failure {
        case nil:
            let wasTold = isTold
            (failsSince, isTold) = (nil, false)
            return wasTold ? .worksAgain : nil
        case .never: return nil
        case .later:
            let since = failsSince ?? now
            failsSince = since
            guard !isTold, now - since >= alarmAfter else { return nil }
            isTold = true
            return .isDown(since: since)
        }
    }
}

/// Something that somebody is to be told, whatever happens in between: a row of the outbox.
package struct Notice: Equatable, Sendable {
    package enum Channel: String, Sendable, CaseIterable { case mail, webhook }

    package enum State: String, Sendable, CaseIterable {
        case pending
        /// Taken over by whoever carries it on.
        case delivered
        /// Given up; an admin may send it again.
        case dead
    }

    package var id: NoticeID
    package var kind: Kind
    package var channel: Channel
    /// An e-mail address; empty for a webhook, whose address is a setting.
    package var recipient: String
    package var userID: UserID?
    package var subscriptionID: SubscriptionID?
    /// Which ending of the subscription it tells of: the moment of that ending.
    package var ending: Instant?
    /// What its text is filled with; holds no secrets.
    package var values: [String: String]
    package var state: State
    package var attempts: Int
    /// When it is to be tried next.
    package var dueAt: Instant
    package var createdAt: Instant
    package var endedAt: Instant?
    /// Why the last try did not work, in words.
    package var trouble: String?

    package init(
        id: NoticeID, kind: Kind, channel: Channel, recipient: String, userID: UserID? = nil,
        subscriptionID: SubscriptionID? = nil, ending: Instant? = nil,
        values: [String: String], state: State = .pending, attempts: Int = 0,
        dueAt: Instant, createdAt: Instant, endedAt: Instant? = nil, trouble: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.channel = channel
        self.recipient = recipient
        self.userID = userID
        self.subscriptionID = subscriptionID
        self.ending = ending
        self.values = values
        self.state = state
        self.attempts = attempts
        self.dueAt = dueAt
        self.createdAt = createdAt
        self.endedAt = endedAt
        self.trouble = trouble
    }
}

package typealias NoticeID = Identifier<Notice>

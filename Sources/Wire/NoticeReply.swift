/// Something that somebody is told, by mail or by webhook.
package struct NoticeReply: Codable, Equatable, Sendable {
    package var id: String
    /// What it is about: `purge-in-7-days`.
    package var kind: String
    /// `mail` or `webhook`.
    package var channel: String
    /// An e-mail address; absent for a webhook.
    package var recipient: String?
    package var userId: String?
    package var subscriptionId: String?
    /// What its text is filled with.
    package var values: [String: String]
    /// `pending`, `delivered` or `dead`.
    package var state: String
    package var attempts: Int
    package var createdAt: String
    /// When it is tried next; absent once it has ended.
    package var nextTryAt: String?
    package var endedAt: String?
    /// Why the last try did not work.
    package var trouble: String?

    package init(
        id: String, kind: String, channel: String, recipient: String? = nil,
        userId: String? = nil, subscriptionId: String? = nil, values: [String: String],
        state: String, attempts: Int, createdAt: String, nextTryAt: String? = nil,
        endedAt: String? = nil, trouble: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.channel = channel
        self.recipient = recipient
        self.userId = userId
        self.subscriptionId = subscriptionId
        self.values = values
        self.state = state
        self.attempts = attempts
        self.createdAt = createdAt
        self.nextTryAt = nextTryAt
        self.endedAt = endedAt
        self.trouble = trouble
    }
}

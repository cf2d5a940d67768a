import Domain
import Wire

extension NoticeReply {
    init(_ notice: Notice) {
        self.init(
            id: notice.id.rawValue, kind: notice.kind.rawValue,
            channel: notice.channel.rawValue,
            recipient: notice.recipient.isEmpty ? nil : notice.recipient,
            userId: notice.userID?.rawValue, subscriptionId: notice.subscriptionID?.rawValue,
            values: notice.values, state: notice.state.rawValue, attempts: notice.attempts,
            createdAt: notice.createdAt.description,
            nextTryAt: notice.state == .pending ? notice.dueAt.description : nil,
            endedAt: notice.endedAt?.description, trouble: notice.trouble)
    }
}

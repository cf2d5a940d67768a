package import Domain

/// Carries notices: mail by SMTP, webhooks by HTTP.
package struct Mailroom: Notifier {
    private let mail: MailSender?
    private let webhook: WebhookSender?

    /// What is `nil` is not set up; its notices are to wait.
    package init(mail: MailSender?, webhook: WebhookSender?) {
        self.mail = mail
        self.webhook = webhook
    }

    package var channels: Set<Notice.Channel> {
        var channels: Set<Notice.Channel> = []
        if mail != nil { channels.insert(.mail) }
        if webhook != nil { channels.insert(.webhook) }
        return channels
    }

    package func deliver(_ notice: Notice) async throws(DeliveryFailure) {
        switch notice.channel {
        case .mail:
            guard let mail else { throw .later("Mail is not set up.") }
            try await mail.send(notice)
        case .webhook:
            guard let webhook else { throw .later("No webhook is set up.") }
            try await webhook.send(notice)
        }
    }

    /// Ends its connections; nothing can be sent afterwards.
    package func close() async { await webhook?.close() }
}

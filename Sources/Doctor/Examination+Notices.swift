package import Notifications

extension Examination {
    /// What the server's settings say of notices.
    package struct NoticeSettings: Sendable {
        package enum Setting<Value: Sendable>: Sendable {
            case none
            case wrong(String)
            case set(Value)
        }

        package var mail: Setting<MailSettings>
        package var webhook: Setting<WebhookSettings>
        /// The folder with the texts; `nil` where none are needed.
        package var templates: String?

        package init(
            mail: Setting<MailSettings>, webhook: Setting<WebhookSettings>, templates: String?
        ) {
            self.mail = mail
            self.webhook = webhook
            self.templates = templates
        }
    }

    func examineNotices() async -> NoticeFacts {
        let webhook: NoticeFacts.Webhook =
            switch notices.webhook {
            case .none: .none
            case .wrong(let why): .wrong(why)
            case .set: .set
            }
        var facts = NoticeFacts(
            mail: await examineMail(), webhook: webhook, templates: notices.templates)
        if let folder = notices.templates {
            do { _ = try TemplateLoader.load(from: folder) } catch {
                facts.mistakes = error.errors.map(\.description)
            }
        }
        return facts
    }

    private func examineMail() async -> NoticeFacts.Mail {
        switch notices.mail {
        case .none: return .none
        case .wrong(let why): return .wrong(why)
        case .set(let settings):
            let server = settings.server.url
            guard let curl = Curl.found() else { return .withoutCurl(server: server) }
            return .answered(
                server: server, trouble: await MailProbe().trouble(with: settings, curl))
        }
    }
}

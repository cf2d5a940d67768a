import Domain
import Notifications

/// By which ways people are told, found out before anything is begun.
struct NoticePlan {
    struct Mail {
        let settings: MailSettings
        let templates: Templates
        let curl: Curl
    }

    private let mail: Mail?
    private let webhook: WebhookSettings?

    /// - Throws: `Complaint` or `TemplateErrors`, where something cannot work. Texts are read where
    ///   mail is set up, or somebody has named them.
    init(_ settings: NoticeSettings) throws {
        webhook = try settings.webhook()
        guard let server = try settings.mail() else {
            if let folder = settings.givenTemplates { _ = try TemplateLoader.load(from: folder) }
            mail = nil
            return
        }
        guard let curl = Curl.found() else {
            throw Complaint(
                "Mail is set up, and sent by curl, which is not on this machine. Install it: "
                    + "apt-get install curl ca-certificates")
        }
        mail = Mail(
            settings: server, templates: try TemplateLoader.load(from: settings.templates),
            curl: curl)
    }

    /// By which notices are written. Mail is, also where it is not set up yet: then they wait.
    var channels: [Notice.Channel] { webhook == nil ? [.mail] : [.mail, .webhook] }

    /// - Parameter folder: Where mails lie while they are sent.
    func mailroom(folder: String, clock: any WallClock) throws -> Mailroom {
        let sender = try sender(folder: folder)
        return Mailroom(
            mail: sender, webhook: webhook.map { WebhookSender($0, clock: clock) })
    }

    private func sender(folder: String) throws(Complaint) -> MailSender? {
        guard let mail else { return nil }
        do {
            return try MailSender(
                mail.settings, templates: mail.templates, curl: mail.curl, folder: folder)
        } catch {
            throw Complaint("\(folder) cannot be made, or emptied: \(error)")
        }
    }
}

import Domain
import FoundationEssentials

/// Sends notices as mail, by the program `curl`.
package struct MailSender: Sendable {
    private let settings: MailSettings
    private let templates: Templates
    private let curl: Curl
    private let outgoing: OutgoingFolder

    /// - Parameter folder: Where a mail lies while it is sent; made, and emptied of what a crash
    ///   has left. Nobody else may use it.
    /// - Throws: When it cannot be made.
    package init(
        _ settings: MailSettings, templates: Templates, curl: Curl, folder: String
    ) throws {
        self.settings = settings
        self.templates = templates
        self.curl = curl
        outgoing = try OutgoingFolder(folder)
    }

    func send(_ notice: Notice) async throws(DeliveryFailure) {
        guard let recipient = MailAddress(notice.recipient) else {
            throw .never("“\(notice.recipient)” is no address that mail can be sent to.")
        }
        let (subject, text) = try templates.text(of: notice)
        let message = try MailMessage(
            from: settings.sender, to: recipient, subject: subject, text: text,
            id: notice.id.rawValue, date: notice.createdAt)
        let file = try outgoing.keep(message.data)
        defer { outgoing.remove(file) }
        let ending = await curl.run(
            CurlConfiguration(settings, to: recipient, message: file))
        if let failure = ending.failure(hiding: settings.secrets) { throw failure }
    }
}

extension MailSettings {
    /// The password in each form in which it goes to the server.
    var secrets: [String] {
        guard let login else { return [] }
        let plain = Data("\0\(login.user)\0\(login.password)".utf8).base64EncodedString()
        let alone = Data(login.password.utf8).base64EncodedString()
        return [plain, alone, login.password]
    }
}

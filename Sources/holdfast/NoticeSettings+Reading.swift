import Credentials
import Foundation
import Notifications

extension NoticeSettings {
    /// How mail is sent; `nil` where it is not set up.
    func mail() throws(Complaint) -> MailSettings? {
        guard let url = smtpURL else {
            guard mailFrom == nil, smtpUser == nil, smtpPasswordFile == nil, smtpCA == nil else {
                throw Complaint(
                    "There are settings for mail, and no mail server: --smtp-url is missing.")
            }
            return nil
        }
        guard let server = SMTPServer(parsing: url) else {
            throw Complaint(
                "--smtp-url is “\(Self.shown(url))”; write it like this: "
                    + "smtp://mail.example.org:587, or smtps://mail.example.org:465. Who logs in "
                    + "is told by --smtp-user.")
        }
        guard !smtpPlain || !server.isEncryptedFirst && smtpCA == nil else {
            throw Complaint(
                "--smtp-plain is for mail without TLS, and smtps:// and --smtp-ca are for mail "
                    + "with it. Leave out one or the other.")
        }
        return MailSettings(
            server: server, isPlainAllowed: smtpPlain, login: try login(),
            authorities: try authorities(), sender: try sender())
    }

    private func sender() throws(Complaint) -> Sender {
        guard let text = mailFrom else {
            throw Complaint("There is a mail server, and nobody to write from: --mail-from.")
        }
        guard let sender = Sender(parsing: text) else {
            throw Complaint(
                "--mail-from is “\(text)”; write it like this: notices@example.org, or "
                    + "“Example Hosting <notices@example.org>”.")
        }
        return sender
    }

    private func login() throws(Complaint) -> MailSettings.Login? {
        switch (smtpUser, smtpPasswordFile) {
        case (nil, nil): return nil
        case (let user?, let file?):
            guard !user.contains(":"), Self.isOneLine(user) else {
                throw Complaint("--smtp-user must be one line without a colon.")
            }
            let password = try Self.secret(in: file, "--smtp-password-file")
            return MailSettings.Login(user: user, password: password)
        default:
            throw Complaint(
                "--smtp-user and --smtp-password-file belong together; one is missing.")
        }
    }

    private func authorities() throws(Complaint) -> String? {
        guard let file = smtpCA else { return nil }
        guard FileManager.default.isReadableFile(atPath: file) else {
            throw Complaint("\(file) cannot be read; --smtp-ca names certificates, as PEM.")
        }
        return file
    }

    /// Where notices go as webhooks; `nil` where that is not set up.
    func webhook() throws(Complaint) -> WebhookSettings? {
        switch (webhookURL, webhookSecretFile) {
        case (nil, nil): return nil
        case (let url?, let file?):
            guard WebhookSettings.isAddress(url) else {
                throw Complaint(
                    "--webhook-url must be like https://billing.example.org/holdfast.")
            }
            let secret = try Self.secret(in: file, "--webhook-secret-file")
            do {
                let signature = try WebhookSignature(secret: secret)
                return WebhookSettings(url: url) { signature.sign(id: $0, timestamp: $1, body: $2) }
            } catch {
                throw Complaint("\(file): \(error)")
            }
        default:
            throw Complaint(
                "--webhook-url and --webhook-secret-file belong together; one is missing.")
        }
    }

    /// The one line of a file, which is told nowhere.
    static func secret(in file: String, _ option: String) throws(Complaint) -> String {
        guard let data = FileManager.default.contents(atPath: file),
            let text = String(validating: data, as: UTF8.self)
        else { throw Complaint("\(file) cannot be read; \(option) names it.") }
        let secret = text.trimmingCharacters(in: .newlines)
        guard !secret.isEmpty, isOneLine(secret) else {
            throw Complaint("\(file) must hold one line, and nothing else; \(option) names it.")
        }
        return secret
    }

    private static func isOneLine(_ text: String) -> Bool {
        !text.isEmpty
            && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    /// Without what may be a password in it.
    private static func shown(_ url: String) -> String {
        url.replacing(/\/\/.*@/, with: "//…@")
    }
}

import Domain
import Foundation
import RealWorld
import TestSupport
import Testing

@testable import Notifications

/// A sender of mail, and the real server that it sends to.
final class MailDesk: Sendable {
    let server: MailServer
    let outgoing: String
    private let settings: MailSettings
    private let curl: Curl
    private let sender: MailSender

    /// - Parameters:
    ///   - login: Whom the server lets send, where not everybody.
    ///   - given: What we say to it.
    ///   - authority: Whom we trust; with TLS the server's, unless another is named.
    ///   - program: A name for curl, by which its processes are known.
    init(
        _ mode: MailServer.Mode, login: (user: String, password: String)? = nil,
        given: (user: String, password: String)?, authority: String? = nil,
        ourName: String = "", from: String = "Example Hosting <notices@example.org>",
        url: String? = nil, limit: Int = 60, program: String? = nil
    ) async throws {
        server = try await MailServer(mode, login: login)
        outgoing = "\(server.folder)/outgoing"
        let scheme = mode == .tls ? "smtps" : "smtp"
        let usual = mode == .tls || mode == .starttls ? server.authority : nil
        let place = url ?? "\(scheme)://127.0.0.1:\(server.port)/\(ourName)"
        var settings = MailSettings(
            server: try #require(SMTPServer(parsing: place)),
            login: given.map { MailSettings.Login(user: $0.user, password: $0.password) },
            authorities: authority ?? usual, sender: try #require(Sender(parsing: from)))
        settings.limit = limit
        self.settings = settings
        let found = try #require(Curl.found())
        let folder = server.folder
        curl = try program.map { try Self.link(to: found, as: "\(folder)/\($0)") } ?? found
        let templates = try TemplateLoader.read { name in
            let isAlert = name == "alert.mustache"
            return .success(
                isAlert ? "Subject: {{what}}\n\n{{why}}\n" : "Subject: a\n\nb\n")
        }
        sender = try MailSender(
            settings, templates: templates, curl: curl, folder: outgoing)
    }

    /// With the login that the server wants.
    convenience init(
        _ mode: MailServer.Mode, login: (user: String, password: String)? = nil,
        authority: String? = nil, ourName: String = "",
        from: String = "Example Hosting <notices@example.org>", url: String? = nil,
        limit: Int = 60
    ) async throws {
        try await self.init(
            mode, login: login, given: login, authority: authority, ourName: ourName,
            from: from, url: url, limit: limit)
    }

    private static func link(to curl: Curl, as path: String) throws -> Curl {
        try FileManager.default.createSymbolicLink(
            atPath: path, withDestinationPath: curl.path)
        return Curl(path: path)
    }

    func notice(_ recipient: String) -> Notice {
        let now = Instant(milliseconds: 1_769_851_800_000)
        return Notice(
            id: NoticeID("notice-1"), kind: .alert, channel: .mail, recipient: recipient,
            values: ["what": "Hello", "why": "Because."], dueAt: now, createdAt: now)
    }

    func send(_ notice: Notice) async throws -> DeliveryFailure? {
        do throws(DeliveryFailure) {
            try await Mailroom(mail: sender, webhook: nil).deliver(notice)
            return nil
        } catch { return error }
    }

    func probe() async -> String? { await MailProbe().trouble(with: settings, curl) }
}

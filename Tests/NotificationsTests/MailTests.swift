import Domain
import Foundation
import RealWorld
import TestSupport
import Testing

@testable import Notifications

/// Mail to a real server, by the real curl.
@Suite(.needsMailServer, .timeLimit(.minutes(5))) struct MailTests {
    private static let login = (user: "holdfast", password: #"s"e\cret pass"#)

    @Test func aMailArrivesAsItWasWritten() async throws {
        let desk = try await MailDesk(.plain)
        var notice = desk.notice("ann@example.org")
        notice.values["what"] = "Größe: 5 & more"
        notice.values["why"] = ".hidden\n.\n..two\n\(String(repeating: "long ", count: 300))"
        #expect(try await desk.send(notice) == nil)
        let mail = try #require(try desk.server.mails.first)
        #expect(mail.from == "notices@example.org")
        #expect(mail.to == ["ann@example.org"])
        #expect(mail.headers["Subject"] == "Größe: 5 & more")
        #expect(mail.headers["From"] == "Example Hosting <notices@example.org>")
        #expect(mail.headers["Message-ID"] == "<notice-1@example.org>")
        #expect(mail.headers["Content-Type"] == #"text/plain; charset="utf-8""#)
        #expect(mail.text == (notice.values["why"] ?? "") + "\n")
        #expect(!mail.encrypted && !mail.authenticated)
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.outgoing).isEmpty)
    }

    @Test func dotsAtTheBeginningsOfLinesStay() async throws {
        let desk = try await MailDesk(.plain)
        var notice = desk.notice("ann@example.org")
        // Longer than whatever curl reads at once.
        let lines = [".", "..", ".a"] + (1...20_000).map { ".\($0)" } + ["b"]
        notice.values["why"] = lines.joined(separator: "\n")
        #expect(try await desk.send(notice) == nil)
        let raw = try #require(try desk.server.mails.first?.raw)
        #expect(raw.hasSuffix("\r\n\r\n\(lines.joined(separator: "\r\n"))\r\n"))
    }

    @Test func aRepeatIsKnownToBeOne() async throws {
        let desk = try await MailDesk(.plain)
        for _ in 1...2 { #expect(try await desk.send(desk.notice("ann@example.org")) == nil) }
        let mails = try desk.server.mails
        #expect(mails.count == 2)
        #expect(mails[0].raw == mails[1].raw)
    }

    @Test func weGreetByTheNameThatIsSet() async throws {
        let desk = try await MailDesk(.plain, ourName: "paas.example")
        #expect(try await desk.send(desk.notice("ann@example.org")) == nil)
        #expect(try desk.server.mails.first?.greeting == "paas.example")
    }

    @Test(arguments: [MailServer.Mode.starttls, .tls])
    func encryptionIsUsedWithAnAuthorityOfOnesOwn(_ mode: MailServer.Mode) async throws {
        let desk = try await MailDesk(mode, login: Self.login)
        #expect(try await desk.send(desk.notice("ann@example.org")) == nil)
        let mail = try #require(try desk.server.mails.first)
        #expect(mail.encrypted && mail.authenticated)
        #expect(await desk.probe() == nil)
    }

    @Test(arguments: [MailServer.Mode.starttls, .tls])
    func aStrangersCertificateIsNotTrusted(_ mode: MailServer.Mode) async throws {
        let other = try await MailServer(.tls)
        let desk = try await MailDesk(mode, login: Self.login, authority: other.authority)
        let failure = try await desk.send(desk.notice("ann@example.org"))
        #expect(failure?.isTemporary == true)
        #expect(failure?.message.contains("no secure connection") == true, "\(failure as Any)")
        #expect(try desk.server.mails.isEmpty)
        #expect(await desk.probe()?.contains("no secure connection") == true)
    }

    @Test func nothingIsSaidToAServerWithoutEncryptionThatMustHaveIt() async throws {
        let other = try await MailServer(.tls)
        let desk = try await MailDesk(.plain, authority: other.authority)
        let failure = try await desk.send(desk.notice("ann@example.org"))
        #expect(failure?.message.contains("--smtp-plain") == true, "\(failure as Any)")
        #expect(try desk.server.mails.isEmpty)
    }

    @Test func aLoginWorks() async throws {
        let desk = try await MailDesk(.plain, login: Self.login)
        #expect(try await desk.send(desk.notice("ann@example.org")) == nil)
        #expect(try desk.server.mails.first?.authenticated == true)
        #expect(await desk.probe() == nil)
    }

    @Test func aWrongPasswordIsToldAndTriedAgain() async throws {
        let desk = try await MailDesk(
            .plain, login: Self.login, given: ("holdfast", "hunter2-wrong"))
        let failure = try await desk.send(desk.notice("ann@example.org"))
        #expect(failure?.isTemporary == true)
        #expect(failure?.message.contains("refuses the login") == true, "\(failure as Any)")
        #expect(failure?.message.contains("535") == true, "\(failure as Any)")
        #expect(failure?.message.contains("hunter2") == false)
        #expect(await desk.probe()?.contains("refuses the login") == true)
    }

    @Test func aMissingLoginIsNotTheRecipientsFault() async throws {
        let desk = try await MailDesk(.plain, login: Self.login, given: nil)
        let failure = try await desk.send(desk.notice("ann@example.org"))
        #expect(failure?.isTemporary == true, "\(failure as Any)")
        #expect(failure?.message.contains("530") == true, "\(failure as Any)")
    }

    @Test(arguments: [
        ("refused@example.org", false, "550-5.1.1 There is no such 550 5.1.1 person here"),
        ("busy@example.org", true, "450 4.2.1 Too busy, come again"),
        ("relay@example.org", true, "554 5.7.1 Relay access denied"),
    ])
    func refusalsAreToldApart(
        _ address: String, _ isTemporary: Bool, _ words: String
    )
        async throws
    {
        let desk = try await MailDesk(.plain)
        let failure = try await desk.send(desk.notice(address))
        #expect(failure?.isTemporary == isTemporary)
        #expect(failure?.message == "The mail server refuses the recipient: \(words)")
    }

    @Test(arguments: [
        ("REFUSE this", "554 5.6.0 Message refused"), ("LATER", "451 4.3.0 Try again later"),
    ])
    func aMessageThatIsRefusedIsTriedAgain(_ what: String, _ words: String) async throws {
        let desk = try await MailDesk(.plain)
        var notice = desk.notice("ann@example.org")
        notice.values["what"] = what
        let failure = try await desk.send(notice)
        #expect(failure?.isTemporary == true)
        #expect(failure?.message.contains(words) == true, "\(failure as Any)")
    }

    @Test func aSenderThatIsRefusedIsTriedAgain() async throws {
        let desk = try await MailDesk(.plain, from: "forbidden@example.org")
        let failure = try await desk.send(desk.notice("ann@example.org"))
        #expect(
            failure
                == .later("The mail server refuses the sender: 553 5.7.1 Sender address rejected"))
    }

    @Test func aServerThatTellsThePasswordIsNotQuoted() async throws {
        let desk = try await MailDesk(.plain, login: Self.login)
        let failure = try await desk.send(desk.notice("gossip@example.org"))
        #expect(
            failure?.message
                == "The mail server refuses the recipient: "
                + "550 5.1.1 No such person; your password is …")
    }

    @Test(arguments: ["ann", "ann@example.org\r\nRCPT TO:<eve@example.org>", "", "a b@c"])
    func noAddressOfSomebodyElseIsSlippedIn(_ address: String) async throws {
        let desk = try await MailDesk(.plain)
        let failure = try await desk.send(desk.notice(address))
        #expect(failure?.isTemporary == false)
        #expect(try desk.server.mails.isEmpty)
    }
}

extension DeliveryFailure {
    var isTemporary: Bool { if case .later = self { true } else { false } }
}

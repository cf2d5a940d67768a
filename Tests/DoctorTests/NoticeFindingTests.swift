import Foundation
import Notifications
import RealWorld
import TestSupport
import Testing

@testable import Doctor

/// Whether people can be told what they must know.
@Suite("What is found of notices") struct NoticeFindingTests {
    private static func mail(_ mail: NoticeFacts.Mail) -> NoticeFacts {
        NoticeFacts(mail: mail, webhook: .none)
    }

    private static let set = NoticeFacts.Mail.answered(server: "smtp://mail:587/", trouble: nil)

    @Test(
        arguments: [
            (mail(.none), .note("HOLDFAST_SMTP_URL")),
            (mail(.wrong("No sender.")), .problem(.configuration, "No sender.")),
            (
                mail(.withoutCurl(server: "smtp://mail:587/")),
                .problem(.system, "apt-get install curl")
            ),
            (mail(set), .ok("smtp://mail:587/ would take mail")),
            (
                mail(.answered(server: "smtp://mail:587/", trouble: "It cannot be reached.")),
                .problem(.unavailable, "takes no mail. It cannot be reached.")
            ),
            (NoticeFacts(mail: set, webhook: .set), .ok("Webhooks are set up")),
            (
                NoticeFacts(mail: set, webhook: .wrong("No secret.")),
                .problem(.configuration, "No secret.")
            ),
            (NoticeFacts(mail: set, webhook: .none, templates: "/t"), .ok("/t are in order")),
            (
                NoticeFacts(
                    mail: set, webhook: .none, templates: "/t", mistakes: ["alert.mustache:3: x"]),
                .problem(.configuration, "alert.mustache:3: x")
            ),
        ] as [(NoticeFacts, Expected)])
    func findings(_ facts: NoticeFacts, _ expected: Expected) {
        #expect(facts.findings.contains(where: expected.isMet), "\(facts.findings)")
        let problems = facts.findings.filter { $0.verdict == .problem }
        #expect(problems.isEmpty == (expected.verdict != .problem), "\(facts.findings)")
    }

    private func examine(
        _ mail: Examination.NoticeSettings.Setting<MailSettings>, templates: String?
    ) async -> NoticeFacts {
        await Examination(
            program: "1", data: "/nowhere", volumes: nil, catalog: "/nowhere", ports: 1...2,
            publish: "127.0.0.1", publicHost: "localhost", server: "http://127.0.0.1:1",
            knownEngine: nil, environment: [:],
            notices: Examination.NoticeSettings(
                mail: mail, webhook: .none, templates: templates),
            clock: ManualClock()
        ).examineNotices()
    }

    private func settings(port: Int) throws -> MailSettings {
        MailSettings(
            server: try #require(SMTPServer(parsing: "smtp://127.0.0.1:\(port)")),
            sender: try #require(Sender(parsing: "notices@example.org")))
    }

    @Test("by asking the server, without sending anything", .needsMailServer)
    func asking() async throws {
        let server = try await MailServer(.plain)
        let facts = await examine(.set(try settings(port: server.port)), templates: nil)
        #expect(
            facts.mail
                == .answered(server: "smtp://127.0.0.1:\(server.port)/", trouble: nil))
        #expect(try server.mails.isEmpty)
    }

    @Test("by a server that is not there", .needsMailServer) func silence() async throws {
        let facts = await examine(.set(try settings(port: 1)), templates: "/nowhere")
        guard case .answered(_, let trouble?) = facts.mail else {
            Issue.record("\(facts.mail)")
            return
        }
        #expect(trouble.contains("cannot be reached"))
        #expect(facts.mistakes.count == 1)
    }
}

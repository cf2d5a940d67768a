import Foundation
import RealWorld
import TestSupport
import Testing
import Wire

/// Months go by for a real service: it expires, comes back, is cancelled, and its data goes when
/// its owner was told, and not before.
@Suite(.needsDocker, .needsIsso, .needsMailServer, .inInstall(within: .seconds(600)))
struct GraceTests {
    /// The first of January of a customer, an admin, and a server whose clock a file moves.
    private struct Calendar {
        let file: URL
        let server: Server
        let mail: MailServer
        var customer: Visitor
        var admin: Visitor

        init(_ install: Install, _ mail: MailServer) async throws {
            self.mail = mail
            file = install.folder.appending(path: "clock")
            server = try await install.serve([
                "--clock-shift", file.path(), "--clock-tolerance", "31d", "--sweep-interval", "1s",
                "--smtp-url", "smtp://127.0.0.1:\(mail.port)", "--mail-from", "a@example.org",
                "--templates", Install.root.appending(path: "templates").path(),
            ])
            customer = try await install.customer(of: server)
            admin = try await install.admin(of: server)
            // A login would not outlast the first day.
            try await Self.hold("operate", &customer)
            try await Self.hold("admin", &admin)
        }

        private static func hold(_ scope: String, _ visitor: inout Visitor) async throws {
            let reply: TokenReply = try await visitor.send(
                .POST, "me/tokens", json: TokenBody(name: scope, scope: scope)
            ).read()
            visitor.token = reply.secret
        }

        /// So many days after the start; no more than a month at a time.
        func move(to day: Int) throws { try Data("\(day)d\n".utf8).write(to: file) }

        func subjects() throws -> [String] { try mail.mails.compactMap { $0.headers["Subject"] } }

        func await(mails count: Int) async throws {
            _ = try await eventually("There are not \(count) mails.") {
                try mail.mails.count >= count ? true : nil
            }
        }
    }

    @Test func dataOutlivesItsSubscriptionForAsLongAsPromised() async throws {
        let mail = try await MailServer(.plain)
        try await Install.with { install in
            let days = try await Calendar(install, mail)
            let made = try await days.customer.subscribed()
            let url = try #require(made.instance.url)
            try await Isso.post("precious", to: url)
            try await expires(made, days)
            try await ask("resubscribe", made, days)
            #expect(try await Isso.comments(at: url) == ["precious"])
            try await isGivenUp(made, days, install)
            let audit: AuditInspectionReply = try await days.admin.get("admin/audit/verify")
            #expect(audit.fault == nil && audit.checked > 20)
        }
    }

    /// Whoever writes a file empties it first, and it is read at any moment.
    @Test func aFileThatSaysNothingMovesNoClock() async throws {
        let mail = try await MailServer(.plain)
        try await Install.with { install in
            let days = try await Calendar(install, mail)
            try days.move(to: 3)
            func clock() async throws -> ClockReply { try await days.admin.get("admin/clock") }
            let before = try await clock()
            for nothing in ["", "\n", "soon"] {
                try Data(nothing.utf8).write(to: days.file)
                let after = try await clock()
                #expect(after.now >= before.now && after.doubt == nil)
            }
        }
    }

    private func ask(
        _ verb: String, _ made: SubscriptionReply, _ days: Calendar
    ) async throws {
        let begun: OperationReply = try await days.customer.send(
            .POST, "subscriptions/\(made.id)/\(verb)", "{}"
        ).read()
        try await days.customer.succeeded(begun.id)
    }

    private func expires(_ made: SubscriptionReply, _ days: Calendar) async throws {
        let paidUntil = Date().addingTimeInterval(2 * 86_400).formatted(.iso8601)
        let renewed = try await days.admin.send(
            .POST, "admin/subscriptions/\(made.id)/renew",
            json: RenewalBody(paidUntil: paidUntil))
        #expect(renewed.status == 200, "\(renewed.text)")
        try days.move(to: 3)
        let expired = try await days.customer.subscription(made.id, in: "STOPPED")
        #expect(expired.status == "EXPIRED" && expired.graceEndsAt != nil)
        #expect(expired.instance.volumes.map(\.state) == ["attached"])
        try await days.await(mails: 1)
    }

    private func isGivenUp(
        _ made: SubscriptionReply, _ days: Calendar, _ install: Install
    ) async throws {
        try await ask("cancel", made, days)
        let claim = try #require(made.instance.volumeClaimName)
        for (day, mails) in [(33, 4), (57, 5), (62, 6)] {
            try days.move(to: day)
            try await days.await(mails: mails)
            let kept = try await days.customer.subscription(made.id)
            #expect(kept.status == "CANCELLED" && kept.instance.volumeStatus == "Bound")
        }
        try days.move(to: 64)
        let purged = try await eventually("The data is not given up.") {
            let seen = try await days.customer.subscription(made.id)
            return seen.instance.volumes.allSatisfy { $0.state == "destroyed" } ? seen : nil
        }
        #expect(purged.status == "PURGED")
        let names = try await install.docker.listVolumes().map(\.name)
        #expect(!names.contains(claim))
        try await days.await(mails: 7)
        #expect(try days.mail.mails.allSatisfy { $0.to == ["demo@localhost"] })
        let late = try await days.customer.send(.POST, "subscriptions/\(made.id)/resubscribe", "{}")
        #expect(late.status == 409 && late.text.contains("its data is gone"))
    }
}

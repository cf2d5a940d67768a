import Foundation
import RealWorld
import TestSupport
import Testing
import Wire

/// Mail from the real program by a real mail server, whatever befalls either.
@Suite(.needsDocker, .needsIsso, .needsMailServer, .inInstall(within: .seconds(600)))
struct NoticeTests {
    private static let password = "hunter2-canary"

    private func options(
        _ url: String, _ install: Install, ca: String? = nil, login: String? = nil
    ) throws -> [String] {
        var options = [
            "--smtp-url", url, "--mail-from", "Example Hosting <notices@example.org>",
            "--templates", Install.root.appending(path: "templates").path(),
        ]
        if let ca { options += ["--smtp-ca", ca] }
        if let login {
            let file = install.folder.appending(path: "smtp-password")
            try Data("\(Self.password)\n".utf8).write(to: file)
            options += ["--smtp-user", login, "--smtp-password-file", file.path()]
        }
        return options
    }

    /// No engine is needed to send mail.
    private let elsewhere = ["DOCKER_HOST": "unix:///run/nobody.sock"]

    private func delivered(_ id: String, _ admin: Visitor) async throws -> NoticeReply {
        try await eventually("The notice is not delivered.") {
            let page: PageReply<NoticeReply> = try await admin.get(
                "admin/notices?state=delivered")
            return page.items.first { $0.id == id }
        }
    }

    @Test func aTestMailArrivesEncryptedAndTheSecretStaysOne() async throws {
        let mail = try await MailServer(.starttls, login: ("holdfast", Self.password))
        try await Install.with { install in
            let options = try options(
                "smtp://localhost:\(mail.port)", install, ca: mail.authority, login: "holdfast")
            let server = try await install.serve(
                options + ["--log-level", "debug"], environment: elsewhere)
            let admin = try await install.admin(of: server)
            let made: NoticeReply = try await admin.send(.POST, "admin/notices/test", "{}").read()
            let notice = try await delivered(made.id, admin)
            #expect(notice.attempts == 1)
            let taken = try #require(try mail.mails.first)
            #expect(taken.to == ["admin@localhost"])
            #expect(taken.encrypted && taken.authenticated)
            #expect(taken.headers["Message-ID"] == "<\(made.id)@example.org>")
            #expect(
                taken.headers["Subject"]
                    == "Holdfast: This is a test: mail from Holdfast arrives.")
            #expect(try await server.run.terminate() == 0)
            #expect(!server.run.complained.contains("hunter2"))
            let left = try FileManager.default.contentsOfDirectory(
                atPath: "\(install.data)/outgoing")
            #expect(left == [])
        }
    }

    @Test func whatWasWrittenWhileNoServerWasThereIsSentAfterACrash() async throws {
        let mail = try await MailServer(.plain)
        try await Install.with { install in
            let down = try await install.serve(
                options("smtp://127.0.0.1:1", install), environment: elsewhere)
            let admin = try await install.admin(of: down)
            let made: NoticeReply = try await admin.send(.POST, "admin/notices/test", "{}").read()
            _ = try await eventually("It is not tried.") {
                let page: PageReply<NoticeReply> = try await admin.get("admin/notices")
                return page.items.first { $0.attempts > 0 && $0.trouble != nil }
            }
            await down.run.kill()
            let up = try await install.serve(
                options("smtp://127.0.0.1:\(mail.port)", install), environment: elsewhere)
            let again = try await up.visitor.loggedIn(
                email: "admin@localhost", password: Install.adminPassword)
            _ = try await again.send(.POST, "admin/notices/\(made.id)/retry", "{}")
            #expect(try await delivered(made.id, again).trouble == nil)
            #expect(try mail.mails.map(\.to) == [["admin@localhost"]])
        }
    }

    /// In a process of its own: here, other tests open and close files meanwhile.
    @Test func manyDeliveriesLeaveNoFilesOpen() async throws {
        let mail = try await MailServer(.plain)
        try await Install.with { install in
            let server = try await install.serve(
                options("smtp://127.0.0.1:\(mail.port)", install), environment: elsewhere)
            let admin = try await install.admin(of: server)
            func deliver(_ count: Int) async throws {
                for _ in 1...count {
                    let made: NoticeReply = try await admin.send(
                        .POST, "admin/notices/test", "{}"
                    ).read()
                    _ = try await delivered(made.id, admin)
                }
            }
            try await deliver(2)
            let before = try server.run.openFiles
            try await deliver(20)
            // Connections come and go; a leak would be one for each delivery.
            #expect(try server.run.openFiles - before < 20)
            #expect(try mail.mails.count == 22)
        }
    }

    @Test func settingsThatCannotWorkRefuseTheStart() async throws {
        try await Install.with { install in
            let folder = install.folder.appending(path: "templates")
            try FileManager.default.copyItem(
                at: Install.root.appending(path: "templates"), to: folder)
            try Data("Subject: a\n\n{{servce}}\n".utf8)
                .write(to: folder.appending(path: "purge-in-7-days.mustache"))
            let secret = install.folder.appending(path: "secret")
            try Data("too short\n".utf8).write(to: secret)
            let url = ["--smtp-url", "smtp://127.0.0.1:1"]
            let from = ["--mail-from", "a@example.org"]
            for (options, words) in [
                (
                    url + from + ["--templates", folder.path()],
                    "purge-in-7-days.mustache:3: nothing fills “servce”"
                ),
                (["--templates", folder.path()], "purge-in-7-days.mustache:3:"),
                (url + from + ["--templates", "/nowhere"], "/nowhere: is no folder"),
                (url, "--mail-from"), (from, "--smtp-url is missing"),
                (["--smtp-url", "smtp://me:hunter2@mail"], "--smtp-user"),
                (url + from + ["--smtp-user", "me"], "--smtp-password-file"),
                (url + ["--mail-from", "a@b@c"], "--mail-from is “a@b@c”"),
                (
                    ["--webhook-url", "https://h/", "--webhook-secret-file", secret.path()],
                    "openssl rand -base64 32"
                ),
                (["--webhook-url", "https://h/"], "--webhook-secret-file"),
            ] {
                let run = try install.startServer(options, environment: elsewhere)
                #expect(await run.ending.code == 1, "\(options)")
                #expect(run.complained.contains(words), "\(options): \(run.complained)")
                #expect(!run.complained.contains("hunter2"))
            }
            #expect(!FileManager.default.fileExists(atPath: install.data))
        }
    }
}

import Domain
import Testing

@testable import Notifications

/// What an operator sets, and what curl is told of it.
@Suite struct SettingTests {
    @Test(arguments: [
        ("smtp://mail.example.org", "smtp://mail.example.org:587/", false),
        ("smtp://mail.example.org:25/", "smtp://mail.example.org:25/", false),
        ("smtps://mail.example.org", "smtps://mail.example.org:465/", true),
        ("smtp://127.0.0.1:2525/paas.example", "smtp://127.0.0.1:2525/paas.example", false),
        ("smtp://[::1]:25", "smtp://[::1]:25/", false),
    ])
    func serversAreRead(_ text: String, _ url: String, _ isEncryptedFirst: Bool) throws {
        let server = try #require(SMTPServer(parsing: text))
        #expect(server.url == url)
        #expect(server.isEncryptedFirst == isEncryptedFirst)
    }

    @Test(arguments: [
        "", "mail.example.org", "http://mail.example.org", "smtp://", "smtp://:25",
        "smtp://mail:0", "smtp://mail:65536", "smtp://mail:x", "smtp://me:secret@mail",
        "smtp://mail/a b", "smtp://mail/\r\nQUIT", "smtp://mail\n", "smtp://mail/../x",
    ])
    func serversThatAreNoneAreRefused(_ text: String) {
        #expect(SMTPServer(parsing: text) == nil)
    }

    @Test(
        arguments: [
            ("smtp://mail.example.org", false, nil, true),
            ("smtp://mail.example.org", true, nil, false),
            ("smtps://mail.example.org", false, nil, true),
            ("smtp://localhost", false, nil, false), ("smtp://127.0.0.53", false, nil, false),
            ("smtp://[::1]", false, nil, false), ("smtps://localhost", false, nil, true),
            ("smtp://localhost", false, "/ca.pem", true),
            ("smtp://127.0.0.1.example.org", false, nil, true),
            ("smtp://localhost.example.org", false, nil, true),
        ] as [(String, Bool, String?, Bool)])
    func encryptionIsRequiredOnNetworks(
        _ url: String, _ isPlain: Bool, _ authorities: String?, _ isRequired: Bool
    ) throws {
        let settings = MailSettings(
            server: try #require(SMTPServer(parsing: url)), isPlainAllowed: isPlain,
            authorities: authorities, sender: try #require(Sender(parsing: "a@example.org")))
        #expect((settings.security == .required) == isRequired)
    }

    private static func settings(_ password: String = #"s"e\cret"#) throws -> MailSettings {
        MailSettings(
            server: try #require(SMTPServer(parsing: "smtp://mail.example.org")),
            login: MailSettings.Login(user: "me", password: password), authorities: "/ca.pem",
            sender: try #require(Sender(parsing: "A <a@example.org>")))
    }

    @Test func curlIsToldAllAndNothingByItsArguments() throws {
        let recipient = try #require(MailAddress("ann@example.org"))
        let configuration = CurlConfiguration(
            try Self.settings(), to: recipient, message: "/data/out[1]/mail")
        #expect(
            configuration.text == #"""
                url = "smtp://mail.example.org:587/"
                proto = "=smtp,smtps"
                noproxy = "*"
                connect-timeout = "15"
                globoff
                silent
                show-error
                dump-header = "-"
                output = "/dev/null"
                write-out = "\n%{response_code}"
                ssl-reqd
                cacert = "/ca.pem"
                user = "me:s\"e\\cret"
                mail-from = "a@example.org"
                mail-rcpt = "ann@example.org"
                upload-file = "/data/out[1]/mail"
                max-time = "60"

                """#)
    }

    @Test(arguments: ["a\nurl = \"file:///etc/passwd", "a\"\nproxy = x", "\r\n", "\\\"", "\t"])
    func noValueAddsSettings(_ password: String) throws {
        let lines = CurlConfiguration(greeting: try Self.settings(password), within: 5).text
            .split(whereSeparator: \.isNewline)
        let usual = CurlConfiguration(greeting: try Self.settings("x"), within: 5).text
            .split(whereSeparator: \.isNewline)
        #expect(lines.count == usual.count)
    }
}

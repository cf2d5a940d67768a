import Domain
import Foundation
import Testing

@testable import Notifications

/// What goes over the wire.
@Suite struct MailMessageTests {
    /// 31 January 2026, 09:30:00.999 UTC, a Saturday.
    private static let date = Instant(milliseconds: 1_769_851_800_999)

    private func message(
        subject: String = "Hello", text: String = "One\nTwo\n", id: String = "notice-1",
        from: String = "Example Hosting <notices@example.org>"
    ) throws -> MailMessage {
        try MailMessage(
            from: #require(Sender(parsing: from)), to: #require(MailAddress("ann@example.org")),
            subject: subject, text: text, id: id, date: Self.date)
    }

    private func header(_ name: String, _ message: MailMessage) -> String? {
        message.head.first { $0.name == name }?.value
    }

    @Test func aPlainMailIsPlain() throws {
        let message = try message()
        #expect(
            String(decoding: message.data, as: UTF8.self) == """
                From: Example Hosting <notices@example.org>\r
                To: ann@example.org\r
                Subject: Hello\r
                Date: Sat, 31 Jan 2026 09:30:00 +0000\r
                Message-ID: <notice-1@example.org>\r
                Auto-Submitted: auto-generated\r
                MIME-Version: 1.0\r
                Content-Type: text/plain; charset=utf-8\r
                Content-Transfer-Encoding: 7bit\r
                \r
                One\r
                Two\r

                """)
        #expect(try self.message().data == message.data)
    }

    @Test(arguments: ["One\nTwo", "One\r\nTwo\r\n", "One\rTwo"])
    func linesEndAsMailHasThem(_ text: String) throws {
        #expect(try message(text: text).body == "One\r\nTwo\r\n")
    }

    @Test(arguments: [
        "Grüße aus Köln", String(repeating: "x", count: 79), "a\u{0}b", "\u{1B}[2J",
    ])
    func whatServersMayNotCarryIsEncoded(_ text: String) throws {
        let message = try message(text: text)
        #expect(header("Content-Transfer-Encoding", message) == "base64")
        let lines = message.body.split(separator: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
        let decoded = try #require(Data(base64Encoded: lines.joined()))
        let visible = text.replacing("\u{0}", with: "\u{FFFD}")
            .replacing("\u{1B}", with: "\u{FFFD}")
        #expect(String(decoding: decoded, as: UTF8.self) == visible + "\r\n")
    }

    @Test(arguments: [
        "Grüße", String(repeating: "🦉", count: 40), String(repeating: "long ", count: 40),
        "=?utf-8?B?xxx?=", "e\u{301}",
    ])
    func subjectsStayWhole(_ subject: String) throws {
        let value = try #require(header("Subject", try message(subject: subject)))
        let words = value.components(separatedBy: "\r\n ")
        #expect(words.allSatisfy { $0.utf8.count <= 75 })
        let text = try words.map { word in
            let match = try #require(word.wholeMatch(of: /=\?utf-8\?B\?([A-Za-z0-9+\/=]+)\?=/))
            let data = try #require(Data(base64Encoded: String(match.1)))
            // Each word must be text by itself.
            return try #require(String(validating: data, as: UTF8.self))
        }.joined()
        #expect(text == subject)
    }

    @Test(arguments: [
        "Hello\r\nBcc: eve@example.org", "a\nb", "a\rb", "a\u{0}", "a\u{85}b", "a\u{2028}b",
    ])
    func aSubjectAddsNoLines(_ subject: String) {
        #expect(
            throws: DeliveryFailure.never(
                "It cannot be written: its subject has a control character in it.")
        ) { try message(subject: subject) }
    }

    @Test(arguments: ["", "a>b", "a b", "a\r\nX: y"]) func anIDAddsNothing(_ id: String) {
        #expect(throws: DeliveryFailure.self) { try message(id: id) }
    }

    @Test(arguments: [
        ("ann@example.org", true), ("a.b+c-d_e@sub.example.org", true), ("demo@localhost", true),
        ("ann", false), ("@example.org", false), ("ann@", false), ("a@b@c", false),
        ("ann@example..org", false), ("ann@-example.org", false), ("ann@example.org.", false),
        ("ann@example.org>", false), ("<ann@example.org", false), ("ann @example.org", false),
        ("ann@example.org\r\nBcc: eve@example.org", false), ("ann@example.org\n", false),
        ("an\rn@example.org", false), ("\"ann\"@example.org", false), ("änn@example.org", false),
        ("ann@exämple.org", false), ("ann@example.org\u{0}", false), ("a,b@example.org", false),
        ("\(String(repeating: "a", count: 64))@example.org", true),
        ("\(String(repeating: "a", count: 65))@example.org", false),
        ("a@\(String(repeating: "b", count: 64)).org", false),
    ])
    func addressesAreThoseThatCanStandAnywhere(_ text: String, _ isGood: Bool) {
        #expect((MailAddress(text) != nil) == isGood)
    }

    @Test(arguments: [
        ("notices@example.org", "notices@example.org"),
        ("Example Hosting <notices@example.org>", "Example Hosting <notices@example.org>"),
        (" A  <notices@example.org> ", "A <notices@example.org>"),
        ("<notices@example.org>", "notices@example.org"),
        ("Köln <notices@example.org>", "=?utf-8?B?S8O2bG4=?= <notices@example.org>"),
        ("A, B <notices@example.org>", "=?utf-8?B?QSwgQg==?= <notices@example.org>"),
    ])
    func sendersMayHaveNames(_ text: String, _ header: String) {
        #expect(Sender(parsing: text)?.header == header)
    }

    @Test(arguments: [
        "", "Example", "a <b> <notices@example.org>", "A\r\nBcc: x <notices@example.org>",
        "A <notices@example.org>\nBcc: x@y.z", "\"A\" <notices@example.org>", "A <notices>",
    ])
    func sendersThatAreNoneAreRefused(_ text: String) { #expect(Sender(parsing: text) == nil) }

    @Test func momentsAreToldToPeopleWithoutPromisingMore() {
        #expect(Self.date.words == "31 January 2026, 09:30 UTC")
        #expect(Instant(milliseconds: -1).words == "31 December 1969, 23:59 UTC")
        #expect(Instant(reading: Self.date.description) == Self.date)
        #expect(Instant(reading: "soon") == nil)
    }
}

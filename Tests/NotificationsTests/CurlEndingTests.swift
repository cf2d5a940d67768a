import Domain
import Testing

@testable import Notifications

/// What the ends of curl mean.
@Suite struct CurlEndingTests {
    private static let greeting = "220 mail ESMTP\r\n250-mail\r\n250 HELP\r\n250 2.1.0 OK\r\n"

    private func failure(
        _ code: Int32, _ complaint: String = "", _ said: String = "", last: Int = 0,
        hiding secrets: [String] = []
    ) -> DeliveryFailure? {
        let output = Self.greeting + said + "\n\(last)"
        return CurlEnding.ended(
            code, output: output,
            complaint: complaint.isEmpty ? "" : "curl: (\(code)) \(complaint)\n"
        ).failure(hiding: secrets)
    }

    @Test func aGoodEndIsNoFailure() {
        #expect(failure(0, "", "354 Go on\r\n250 Accepted\r\n", last: 250) == nil)
    }

    @Test(arguments: [
        ("550 5.1.1 No such user\r\n221 Bye\r\n", 550, "550 5.1.1 No such user"),
        ("550-5.1.1 No such\r\n550 5.1.1 user\r\n", 550, "550-5.1.1 No such 550 5.1.1 user"),
        ("552 5.2.2 Mailbox full\r\n", 552, "552 5.2.2 Mailbox full"),
        ("501 Bad address\r\n", 501, "501 Bad address"), ("", 550, "550"),
        ("550 5.1.1 \u{1B}[31mred\r\n", 550, "550 5.1.1 [31mred"),
    ])
    func aRecipientThatIsRefusedForGoodIsGivenUp(_ said: String, _ code: Int, _ words: String) {
        #expect(
            failure(55, "RCPT failed: \(code)", said, last: code)
                == .never("The mail server refuses the recipient: \(words)"))
    }

    @Test(arguments: [
        ("450 4.2.0 Greylisted\r\n", 450), ("451 Later\r\n", 451), ("421 Shutting down\r\n", 421),
        // These mean us, and not the recipient.
        ("554 5.7.1 Relay access denied\r\n", 554), ("530 Authenticate first\r\n", 530),
        ("535 No\r\n", 535), ("550 5.7.26 Not authenticated\r\n", 550),
    ])
    func whatMayPassIsTriedAgain(_ said: String, _ code: Int) {
        let words = said.trimmingSuffix(while: \.isNewline)
        #expect(
            failure(55, "RCPT failed: \(code)", said, last: code)
                == .later("The mail server refuses the recipient: \(words)"))
    }

    @Test(
        arguments: [
            (55, "MAIL failed: 553", "553 5.7.1 No\r\n", 553, "refuses the sender: 553 5.7.1 No"),
            (55, "DATA failed: 554", "554 No\r\n", 554, "refuses the message: 554 No"),
            (
                8, "Weird server reply", "354 Go on\r\n554 5.6.0 Spam\r\n", 554,
                "says: 554 5.6.0 Spam"
            ),
            (6, "Could not resolve host: mail", "", 0, "not found. (Could not resolve host: mail)"),
            (7, "Connection refused", "", 0, "cannot be reached. (Connection refused)"),
            (28, "Operation timed out", "", 0, "takes too long. (Operation timed out)"),
            (60, "SSL certificate problem", "", 0, "no secure connection"),
            (64, "STARTTLS not supported.", "", 250, "--smtp-plain"),
            (67, "Login denied", "535 5.7.8 Bad\r\n", 535, "--smtp-user and its password"),
            (67, "Login denied", "535 5.7.8 Bad\r\n", 535, "The server says: 535 5.7.8 Bad"),
            (99, "", "", 0, "(exit code 99)"),
        ] as [(Int32, String, String, Int, String)])
    func allElseIsTriedAgainAndSaysWhy(
        _ code: Int32, _ complaint: String, _ said: String, _ last: Int, _ words: String
    ) {
        guard case .later(let why) = failure(code, complaint, said, last: last) else {
            Issue.record("\(code) is not tried again")
            return
        }
        #expect(why.contains(words), "\(why)")
        #expect(!why.contains("curl: ("))
    }

    @Test func whatWasBrokenOffIsTriedAgain() {
        #expect(CurlEnding.broken("It was broken off.").failure() == .later("It was broken off."))
    }

    @Test func noSecretIsTold() {
        let said = "550 5.1.1 No; your password is hunter2, or aHVudGVyMg==\r\n"
        let told = failure(
            55, "RCPT failed: 550", said, last: 550, hiding: ["aHVudGVyMg==", "hunter2", ""])
        #expect(
            told
                == .never(
                    "The mail server refuses the recipient: "
                        + "550 5.1.1 No; your password is …, or …"))
    }

    @Test func aServerThatTalksTooMuchIsCutShort() {
        let said = "550 \(String(repeating: "x", count: 5000))\r\n"
        let message = failure(55, "RCPT failed: 550", said, last: 550)?.message ?? ""
        #expect((100...500).contains(message.count))
    }
}

extension String {
    fileprivate func trimmingSuffix(while isLeftOff: (Character) -> Bool) -> Substring {
        self[...].prefix { !isLeftOff($0) }
    }
}

import Domain
import FoundationEssentials

/// One mail as it goes over the wire (RFC 5322, RFC 2045); dots at the beginnings of lines are
/// the business of whoever sends it.
struct MailMessage: Sendable {
    let head: [(name: String, value: String)]
    let body: String

    /// - Parameters:
    ///   - id: Becomes the message's id, so that a notice that comes twice is known to be one.
    ///   - date: When it was written.
    /// - Throws: `.never` where something would add lines to the head.
    init(
        from sender: Sender, to recipient: MailAddress, subject: String, text: String,
        id: String, date: Instant
    ) throws(DeliveryFailure) {
        let (body, encoding) = Self.encoded(text)
        head = [
            ("From", sender.header), ("To", recipient.text),
            ("Subject", HeaderText.unstructured(try Self.line(subject, "its subject"))),
            ("Date", date.mailDate),
            ("Message-ID", "<\(try Self.word(id))@\(sender.address.domain)>"),
            ("Auto-Submitted", "auto-generated"), ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", encoding),
        ]
        self.body = body
    }

    var data: Data {
        let lines = head.map { "\($0.name): \($0.value)\r\n" }.joined()
        return Data("\(lines)\r\n\(body)".utf8)
    }

    private static func line(_ text: String, _ what: String) throws(DeliveryFailure) -> String {
        guard !text.unicodeScalars.contains(where: \.endsLines) else {
            throw .never("It cannot be written: \(what) has a control character in it.")
        }
        return text
    }

    private static func word(_ id: String) throws(DeliveryFailure) -> String {
        guard id.wholeMatch(of: /[A-Za-z0-9.\-]+/) != nil else {
            throw .never("It cannot be written: its id is not one of ours.")
        }
        return id
    }

    /// Plain where every server takes it so, else in base 64.
    private static func encoded(_ text: String) -> (body: String, encoding: String) {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map(\.visible)
        let body = lines.joined(separator: "\r\n") + (lines.last?.isEmpty == true ? "" : "\r\n")
        let isPlain = lines.allSatisfy { line in
            line.utf8.count <= 78 && line.utf8.allSatisfy { $0 < 0x80 }
        }
        if isPlain { return (body, "7bit") }
        let options: Data.Base64EncodingOptions = [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ]
        return (Data(body.utf8).base64EncodedString(options: options) + "\r\n", "base64")
    }
}

extension Unicode.Scalar {
    fileprivate var endsLines: Bool {
        [.control, .lineSeparator, .paragraphSeparator].contains(properties.generalCategory)
    }
}

extension Substring {
    /// Without what a terminal or a mail program would obey; tabs stay.
    fileprivate var visible: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    let isObeyed = scalar.properties.generalCategory == .control
                    return isObeyed && scalar != "\t" ? "\u{FFFD}" : scalar
                }))
    }
}

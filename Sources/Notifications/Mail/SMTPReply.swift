/// What a mail server has answered (RFC 5321, section 4.2).
struct SMTPReply: Equatable, Sendable {
    /// Of three digits.
    var code: Int
    /// Its lines as one, each with its code.
    var text: String

    private static let longest = 400

    /// The last reply with the code that stands alone on the last line.
    init?(lastOf output: String) {
        let lines = output.split(whereSeparator: \.isNewline)
        guard let last = lines.last, let code = Int(last), (200...599).contains(code) else {
            return nil
        }
        let replies = lines.dropLast().filter { line in
            line.hasPrefix("\(code) ") || line.hasPrefix("\(code)-")
        }
        // Of several replies with one code the last is the one that ended it.
        let start = replies.dropLast().lastIndex { $0.hasPrefix("\(code) ") }
        let own = start.map { replies[($0 + 1)...] } ?? replies[...]
        self.code = code
        text = String(
            (own.isEmpty ? ["\(code)"] : own.map { Self.plain($0) }).joined(separator: " ")
                .prefix(Self.longest))
    }

    private static func plain(_ line: Substring) -> String {
        String(
            String.UnicodeScalarView(
                line.unicodeScalars.filter { $0.properties.generalCategory != .control }))
    }
}

/// What stands between double braces in the text of a notice.
struct TemplateTag: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        /// Is replaced by its value.
        case value
        /// Begins what is left out where there is no value, or where there is one.
        case section
        case end
        case comment
        /// Something that Mustache knows, and that texts of notices do without.
        case foreign
    }

    var kind: Kind
    var name: String
    /// In the text, counted from 1.
    var line: Int

    /// All of them, in order.
    static func all(in text: String) -> [TemplateTag] {
        let tag = /\{\{(\{[^}]*\}|[^}]*)\}\}/
        return text.matches(of: tag).map { match in
            TemplateTag(String(match.1), line: line(of: match.range.lowerBound, in: text))
        }
    }

    /// Where braces are opened that are closed nowhere.
    static func unended(in text: String) -> Int? {
        guard let last = text.ranges(of: "{{").last, !text[last.upperBound...].contains("}}")
        else { return nil }
        return line(of: last.lowerBound, in: text)
    }

    private static func line(of place: String.Index, in text: String) -> Int {
        text[..<place].count(where: \.isNewline) + 1
    }

    private init(_ inside: String, line: Int) {
        self.line = line
        let text =
            inside.hasPrefix("{") ? "&" + inside.dropFirst().dropLast() : inside
        let sign = text.first.flatMap { "#^/!&".contains($0) ? $0 : nil }
        name = (sign == nil ? text[...] : text.dropFirst()).filter { !$0.isWhitespace }
        let isName = name.wholeMatch(of: /[A-Za-z]+/) != nil
        switch sign {
        case "!": kind = .comment
        case _ where !isName: kind = .foreign
        case "#", "^": kind = .section
        case "/": kind = .end
        default: kind = .value
        }
    }
}

import Domain
import Mustache

/// Reads the text of one kind of notice: `Subject: …`, an empty line, the text.
struct TemplateReader {
    private static let mark = "Subject:"
    /// So that nothing becomes `&amp;`: these are no web pages.
    private static let plain = "{{% CONTENT_TYPE:TEXT}}"

    let kind: Notice.Kind
    let file: String
    private(set) var errors: [TemplateError] = []

    init(_ kind: Notice.Kind) {
        self.kind = kind
        file = "\(kind.rawValue).mustache"
    }

    /// `nil` after it has noted why.
    mutating func read(_ text: String) -> Template? {
        let lines = text.split(
            maxSplits: 2, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard let first = lines.first, first.hasPrefix(Self.mark),
            first.dropFirst(Self.mark.count).contains(where: { !$0.isWhitespace })
        else { return refuse(1, "the first line must be the subject: “Subject: …”.") }
        guard lines.count == 3, lines[1].allSatisfy(\.isWhitespace) else {
            return refuse(2, "the second line must be empty, and the text follow it.")
        }
        guard lines[2].contains(where: { !$0.isWhitespace }) else {
            return refuse(3, "there is no text.")
        }
        let subject = first.dropFirst(Self.mark.count).drop(while: \.isWhitespace)
        let needs = check(String(first), from: 1).union(check(String(lines[2]), from: 3))
        guard errors.isEmpty, let subject = parse(String(subject), from: 1),
            let text = parse(String(lines[2]), from: 3)
        else { return nil }
        return Template(subject: subject, text: text, needs: needs)
    }

    private mutating func refuse(_ line: Int, _ message: String) -> Template? {
        errors.append(TemplateError(file: file, line: line, message: message))
        return nil
    }

    /// - Returns: The names that must have a value.
    private mutating func check(_ text: String, from line: Int) -> Set<String> {
        var needs: Set<String> = []
        var open: [String] = []
        if let place = TemplateTag.unended(in: text) {
            _ = refuse(line + place - 1, Self.unended)
        }
        for tag in TemplateTag.all(in: text) {
            let place = line + tag.line - 1
            switch tag.kind {
            case .comment: continue
            case .foreign:
                _ = refuse(
                    place,
                    "“\(tag.name)” is no name of a value. \(known) Besides {{name}}, only "
                        + "{{#name}}…{{/name}}, {{^name}}…{{/name}} and {{! a remark }} are known.")
                continue
            case .section: open.append(tag.name)
            case .end: _ = open.popLast()
            case .value where open.isEmpty: needs.insert(tag.name)
            case .value: break
            }
            guard !values.contains(tag.name) else { continue }
            _ = refuse(place, "nothing fills “\(tag.name)”. \(known)")
        }
        return needs
    }

    private var values: [String] {
        Notice.Value.allCases.filter(kind.values.contains).map(\.rawValue)
    }

    private var known: String {
        "A notice of this kind has: \(values.joined(separator: ", "))."
    }

    private mutating func parse(_ text: String, from line: Int) -> MustacheTemplate? {
        do {
            return try MustacheTemplate(string: Self.plain + text)
        } catch let error as MustacheTemplate.ParserError {
            let place = line + error.context.lineNumber - 1
            errors.append(
                TemplateError(file: file, line: place, message: Self.words(error.error)))
        } catch {
            errors.append(TemplateError(file: file, line: line, message: "\(error)"))
        }
        return nil
    }

    private static let unended = "a {{name}} is not ended: “}}” is missing."

    private static func words(_ error: any Error) -> String {
        switch error as? MustacheTemplate.Error {
        case .sectionCloseNameIncorrect:
            "this {{/name}} ends a section that it does not name, or none."
        case .expectedSectionEnd: "a section is not ended: {{/name}} is missing."
        case .unfinishedName: unended
        default: "not a Mustache template: \(error)."
        }
    }
}

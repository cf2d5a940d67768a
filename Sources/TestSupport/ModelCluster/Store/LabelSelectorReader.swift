/// Reads a selector word by word, and refuses in the server's words.
///
/// Source: https://github.com/kubernetes/apimachinery/blob/master/pkg/labels/selector.go
struct LabelSelectorReader {
    private var words: ArraySlice<String>

    init(_ text: String) {
        words = Self.words(of: text)[...]
    }

    mutating func requirements() throws(ModelRefusal) -> [LabelSelector.Requirement] {
        var found: [LabelSelector.Requirement] = []
        while !words.isEmpty {
            found.append(try requirement())
            guard let next = words.popFirst() else { break }
            guard next == "," else {
                throw .badRequest("found '\(next)', expected: ',' or 'end of string'")
            }
            guard let word = words.first, word != "," else {
                throw .badRequest(
                    "found '\(words.first ?? "")', expected: identifier after ','")
            }
        }
        return found
    }

    private mutating func requirement() throws(ModelRefusal) -> LabelSelector.Requirement {
        var key = words.popFirst() ?? ""
        let isNegated = key == "!"
        if isNegated { key = words.popFirst() ?? "" }
        if isNegated { return .isAbsent(key) }
        guard let next = words.first, next != "," else { return .exists(key) }
        words.removeFirst()
        switch next {
        case "=", "==": return .isOneOf(key, [try value()])
        case "!=": return .isNoneOf(key, [try value()])
        case "in": return .isOneOf(key, try values())
        case "notin": return .isNoneOf(key, try values())
        default:
            throw .badRequest(
                """
                unable to parse requirement: found '\(next)', expected: in, notin, =, ==, !=, \
                gt, lt
                """
            )
        }
    }

    private mutating func value() throws(ModelRefusal) -> String {
        guard let word = words.first, word != "," else { return "" }
        guard word != "(" else {
            throw .badRequest(
                "unable to parse requirement: found '\(word)', expected: identifier")
        }
        return words.removeFirst()
    }

    private mutating func values() throws(ModelRefusal) -> [String] {
        guard words.popFirst() == "(" else {
            throw .badRequest("unable to parse requirement: found '' expected: '('")
        }
        var values: [String] = []
        while let word = words.popFirst(), word != ")" {
            if word != "," { values.append(word) }
        }
        return values.isEmpty ? [""] : values
    }

    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var before: Character = " "
        for character in text {
            defer { before = character }
            switch character {
            case "=" where "=!".contains(before) && words.last?.count == 1:
                words[words.count - 1].append(character)
            case "=", "!", ",", "(", ")": words.append(String(character))
            case _ where character.isWhitespace: break
            case _ where "=!,()".contains(before) || before.isWhitespace:
                words.append(String(character))
            default: words[words.count - 1].append(character)
            }
        }
        return words
    }
}

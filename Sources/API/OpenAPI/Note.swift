import Wire

/// What the type of a property does not say of it.
struct Note: ExpressibleByStringLiteral, Sendable {
    /// Keywords of its schema.
    var facts: [String: JSONValue]

    init(_ about: String, _ facts: [String: JSONValue] = [:]) {
        self.facts = facts
        self.facts["description"] = .string(about)
    }

    init(stringLiteral about: String) { self.init(about) }

    /// RFC 3339, in UTC where the server tells it.
    static func moment(_ about: String) -> Note { Note(about, ["format": "date-time"]) }

    /// - Parameter lengths: In code points.
    static func text(
        _ about: String, _ lengths: ClosedRange<Int>, pattern: String? = nil
    ) -> Note {
        var note = Note(about)
        note.facts["minLength"] = .integer(lengths.lowerBound)
        note.facts["maxLength"] = .integer(lengths.upperBound)
        note.facts["pattern"] = pattern.map { .string($0) }
        return note
    }

    static func oneOf(_ words: [String], _ about: String) -> Note {
        Note(about, ["enum": JSONValue(texts: words)])
    }

    static func oneOf<Word: CaseIterable & RawRepresentable<String>>(
        _ type: Word.Type, _ about: String
    ) -> Note {
        oneOf(type.allCases.map(\.rawValue), about)
    }

    /// The words of the specification, which writes statuses in capitals.
    static func capitals<Word: CaseIterable & RawRepresentable<String>>(
        _ type: Word.Type, _ about: String
    ) -> Note {
        oneOf(type.allCases.map { $0.rawValue.uppercased() }, about)
    }

    static func always(_ word: String, _ about: String) -> Note {
        Note(about, ["const": .string(word)])
    }

    static func count(_ about: String, from least: Int = 0) -> Note {
        Note(about, ["minimum": .integer(least)])
    }
}

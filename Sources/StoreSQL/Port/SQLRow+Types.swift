package import Domain
import FoundationEssentials

extension SQLRow {
    package func text(_ column: String) throws(StoreFailure) -> String {
        guard let text = try optionalText(column) else {
            throw Self.unexpected("nothing", in: column)
        }
        return text
    }

    package func integer(_ column: String) throws(StoreFailure) -> Int64 {
        guard let number = try optionalInteger(column) else {
            throw Self.unexpected("nothing", in: column)
        }
        return number
    }

    package func int(_ column: String) throws(StoreFailure) -> Int {
        Int(try integer(column))
    }

    package func flag(_ column: String) throws(StoreFailure) -> Bool {
        try integer(column) != 0
    }

    package func instant(_ column: String) throws(StoreFailure) -> Instant {
        Instant(milliseconds: try integer(column))
    }

    package func optionalInstant(_ column: String) throws(StoreFailure) -> Instant? {
        try optionalInteger(column).map(Instant.init(milliseconds:))
    }

    package func id<Entity>(_ column: String) throws(StoreFailure) -> Identifier<Entity> {
        Identifier(try text(column))
    }

    package func optionalID<Entity>(
        _ column: String
    ) throws(StoreFailure) -> Identifier<Entity>? {
        try optionalText(column).map(Identifier.init)
    }

    /// One of the words of an enum.
    package func word<Word: RawRepresentable<String>>(
        _ column: String
    ) throws(StoreFailure) -> Word {
        let text = try text(column)
        guard let word = Word(rawValue: text) else {
            throw Self.unexpected("the word “\(text)”", in: column)
        }
        return word
    }

    package func json<Content: Decodable>(_ column: String) throws(StoreFailure) -> Content {
        guard let content: Content = try optionalJSON(column) else {
            throw Self.unexpected("nothing", in: column)
        }
        return content
    }

    /// For what many rows have in common: a text that was read before is not read again.
    package func json<Content: Decodable>(
        _ column: String, known: Memo<String, Content>
    ) throws(StoreFailure) -> Content {
        try known.value(for: text(column)) { () throws(StoreFailure) in try json(column) }
    }

    package func optionalJSON<Content: Decodable>(
        _ column: String
    ) throws(StoreFailure) -> Content? {
        guard let text = try optionalText(column) else { return nil }
        do {
            return try JSONDecoder().decode(Content.self, from: Data(text.utf8))
        } catch {
            throw Self.unexpected("unreadable JSON", in: column)
        }
    }
}

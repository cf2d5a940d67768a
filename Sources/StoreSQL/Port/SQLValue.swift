import Domain

/// What goes into a column, and comes out: whole numbers and text are all that the store needs.
package enum SQLValue: Hashable, Sendable {
    case integer(Int64)
    case text(String)
    case null
}

extension SQLValue {
    init(_ number: Int) { self = .integer(Int64(number)) }
    init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
    init(_ number: Int64) { self = .integer(number) }
    init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }
    init(_ moment: Instant) { self = .integer(moment.milliseconds) }
    init(_ moment: Instant?) { self = moment.map { Self($0) } ?? .null }
    init(_ size: Bytes) { self = .integer(size.count) }
    init(_ text: String) { self = .text(text) }
    init(_ text: String?) { self = text.map { .text($0) } ?? .null }
    init<Entity>(_ id: Identifier<Entity>) { self = .text(id.rawValue) }
    init<Entity>(_ id: Identifier<Entity>?) { self.init(id?.rawValue) }
    init<Word: RawRepresentable<String>>(_ word: Word) { self = .text(word.rawValue) }
}

import FoundationEssentials

/// Finds where a text stops being JSON (RFC 8259), for the person who has to mend it: the
/// decoder only says that it does, and lets some of it pass.
struct JSONSyntax {
    private struct Misfit: Error { var wanted: String }

    private static let deepest = 512
    /// Texts end at it where they are kept, and what follows would be lost.
    private static let escapedNUL = Array("\\u0000".utf8)

    private let bytes: [UInt8]
    private var place = 0

    private init(_ data: Data) { bytes = Array(data) }

    /// What is wrong, and where: `Line 1, column 7: a value is wanted.` Or `nil`.
    static func complaint(about data: Data) -> String? {
        var syntax = Self(data)
        do {
            try syntax.value(depth: 0)
            syntax.skipSpace()
            return syntax.next == nil ? nil : syntax.message(wanted: "the end")
        } catch {
            return syntax.message(wanted: error.wanted)
        }
    }

    private func message(wanted: String) -> String {
        if bytes.isEmpty { return "The body is empty; a JSON object is wanted." }
        let before = bytes[..<place]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return "The body is not valid JSON. Line \(line), column \(place - start + 1): "
            + "\(wanted) is wanted."
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpace() {
        while let next, [0x20, 0x09, 0x0A, 0x0D].contains(next) { place += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    private mutating func want(_ character: Unicode.Scalar, or other: String = "") throws(Misfit) {
        guard take(character) else { throw Misfit(wanted: "“\(character)”\(other)") }
    }

    private mutating func value(depth: Int) throws(Misfit) {
        guard depth < Self.deepest else { throw Misfit(wanted: "less nesting") }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): try object(depth: depth)
        case UInt8(ascii: "["): try array(depth: depth)
        case UInt8(ascii: "\""): try text()
        default: try word()
        }
    }

    private mutating func object(depth: Int) throws(Misfit) {
        try want("{")
        if take("}") { return }
        repeat {
            skipSpace()
            try text()
            try want(":")
            try value(depth: depth + 1)
        } while take(",")
        try want("}", or: " or “,”")
    }

    private mutating func array(depth: Int) throws(Misfit) {
        try want("[")
        if take("]") { return }
        repeat { try value(depth: depth + 1) } while take(",")
        try want("]", or: " or “,”")
    }

    private mutating func text() throws(Misfit) {
        guard next == UInt8(ascii: "\"") else { throw Misfit(wanted: "a text in quotes") }
        place += 1
        while let byte = next, byte != UInt8(ascii: "\""), byte >= 0x20 {
            if bytes[place...].starts(with: Self.escapedNUL) {
                throw Misfit(wanted: "any character but NUL")
            }
            place += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        place = min(place, bytes.count)
        guard next == UInt8(ascii: "\"") else { throw Misfit(wanted: "a closing quote") }
        place += 1
    }

    /// A number, `true`, `false` or `null`.
    private mutating func word() throws(Misfit) {
        let rest = bytes[place...]
        let letters = rest.prefix { !Array("{}[]:,\" \t\r\n".utf8).contains($0) }
        let word = String(decoding: letters, as: UTF8.self)
        let number = /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+\-]?[0-9]+)?/
        guard ["true", "false", "null"].contains(word) || word.wholeMatch(of: number) != nil
        else { throw Misfit(wanted: "a value") }
        place += letters.count
    }
}

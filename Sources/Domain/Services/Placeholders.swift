/// Fills `${name}` in the environment of a service.
package enum Placeholders {
    /// The names in `text`, in order; what follows an unclosed `${` is plain text.
    package static func names(in text: String) -> [String] {
        text.matches(of: /\$\{([^}]*)\}/).map { String($0.1) }
    }

    /// `text` with each known placeholder replaced; unknown ones stay, and the catalog's check
    /// refuses them beforehand.
    package static func fill(_ text: String, with values: [String: String]) -> String {
        var filled = ""
        var rest = text[...]
        // By hand: each look at a service fills its environment, and a `Regex` is made anew
        // with each use.
        while let (before, name) = next(in: rest) {
            filled += rest[..<before]
            let end = rest.utf8.index(after: name.endIndex)
            filled += values[String(name)] ?? String(rest[before..<end])
            rest = rest[end...]
        }
        return filled.isEmpty ? String(rest) : filled + rest
    }

    /// Where the first placeholder begins, and its name.
    private static func next(in text: Substring) -> (start: String.Index, name: Substring)? {
        let bytes = text.utf8
        var place = bytes.startIndex
        while let dollar = bytes[place...].firstIndex(of: UInt8(ascii: "$")) {
            place = bytes.index(after: dollar)
            guard place < bytes.endIndex, bytes[place] == UInt8(ascii: "{") else { continue }
            let start = bytes.index(after: place)
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
            return (dollar, text[start..<end])
        }
        return nil
    }
}

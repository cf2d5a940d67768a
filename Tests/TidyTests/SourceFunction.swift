/// One function, initializer or computed property, by its place in a file.
struct SourceFunction {
    /// `Sources/Domain/Planning/Plan.swift:12`
    var place: String
    /// From its first line to its closing brace.
    var length: Int
}

extension SourceTree.File {
    /// Its functions. The formatter puts a closing brace below the beginning of what it closes,
    /// so no parser is needed to find the end of one.
    var functions: [SourceFunction] {
        let beginning =
            #/
            \x20* (?:@\w+(?:\(.*\))?\x20)* (?:\w+(?:\(set\))?\x20)*
            (?: func\x20 | init[?(<] | subscript[(<] | var\x20.*\{$ ) .*
            /#
        return lines.indices.filter { lines[$0].wholeMatch(of: beginning) != nil }
            .compactMap { first in
                let indent = lines[first].prefix { $0 == " " }
                guard let last = lines[first...].firstIndex(where: { $0 == indent + "}" })
                else { return nil }
                return SourceFunction(place: "\(path):\(first + 1)", length: last - first + 1)
            }
    }
}

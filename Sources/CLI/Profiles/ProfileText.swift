/// Changes `config.yaml` as a person would: line by line, comments stay.
///
/// It knows the usual way to write the file only; whoever calls it reads the outcome again, and
/// keeps the old text when that is not what was meant.
struct ProfileText {
    private var lines: [Substring]

    init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

    static let beginning = """
        # Profiles of the holdfast command. Any of these may be left out of a profile:
        #   server: https://paas.example   output: table or json
        #   color: auto, always or never   wait: true or false

        """

    var text: String {
        let text = lines.joined(separator: "\n")
        return text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    }

    mutating func use(_ name: String) {
        let line = "profile: \(name)"[...]
        guard let old = lines.firstIndex(where: { $0.hasPrefix("profile:") }) else {
            let start = lines.firstIndex { !isBlank($0) } ?? lines.count
            return lines.insert(line, at: start)
        }
        let note = lines[old].firstRange(of: " #").map { lines[old][$0.lowerBound...] } ?? ""
        lines[old] = line + note
    }

    mutating func add(_ name: String, _ profile: Profile) {
        if section == nil {
            while lines.last?.isEmpty == true { lines.removeLast() }
            lines += ["profiles:"]
        }
        guard let section else { return }
        let indent = String(repeating: " ", count: indent(of: section))
        let values = [
            profile.server.map { "server: \($0)" }, profile.output.map { "output: \($0)" },
            profile.color.map { "color: \($0)" }, profile.wait.map { "wait: \($0)" },
        ].compactMap(\.self)
        let block =
            values.isEmpty
            ? ["\(indent)\(name): {}"]
            : ["\(indent)\(name):"] + values.map { "\(indent)\(indent)\($0)" }
        lines.insert(contentsOf: block.map { $0[...] }, at: section.upperBound)
    }

    mutating func remove(_ name: String) {
        guard let section else { return }
        let indent = indent(of: section)
        let start = section.first { self.indent(lines[$0]) == indent && key(lines[$0]) == name }
        guard let start else { return }
        let next = section.first { line in
            line > start && !isBlank(lines[line]) && self.indent(lines[line]) <= indent
        }
        var end = next ?? section.upperBound
        while isBlank(lines[end - 1]) { end -= 1 }
        lines.removeSubrange(start..<end)
        lines = lines.filter { !($0.hasPrefix("profile:") && value($0) == name) }
    }

    /// The lines below `profiles:`.
    private var section: Range<Int>? {
        guard let head = lines.firstIndex(where: { $0.hasPrefix("profiles:") }) else { return nil }
        let rest = lines[(head + 1)...]
        var end = rest.firstIndex { !isBlank($0) && indent($0) == 0 } ?? lines.count
        while end > head + 1, isBlank(lines[end - 1]) { end -= 1 }
        return (head + 1)..<end
    }

    private func indent(of section: Range<Int>) -> Int {
        section.first { !isBlank(lines[$0]) }.map { indent(lines[$0]) } ?? 2
    }

    private func indent(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }

    /// Nothing in it, or a comment.
    private func isBlank(_ line: Substring) -> Bool {
        let rest = line.drop(while: \.isWhitespace)
        return rest.isEmpty || rest.hasPrefix("#")
    }

    private func key(_ line: Substring) -> String {
        String(line.drop(while: \.isWhitespace).prefix { $0 != ":" })
    }

    private func value(_ line: Substring) -> String {
        let rest = line.drop { $0 != ":" }.dropFirst().drop(while: \.isWhitespace)
        return String(rest.prefix { !$0.isWhitespace })
    }
}

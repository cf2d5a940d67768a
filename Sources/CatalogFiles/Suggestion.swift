/// Guesses what somebody meant to write.
enum Suggestion {
    /// The nearest of `known` within two slips of the pen, as a sentence; else all of them.
    static func sentence(for text: String, among known: [String]) -> String {
        let near = known.map { ($0, distance(text.lowercased(), $0.lowercased())) }
            .filter { $0.1 <= 2 && $0.1 < $0.0.count }
            .min { $0.1 < $1.1 }
        if let near { return "did you mean “\(near.0)”?" }
        return known.isEmpty
            ? "none is known here." : "known here: \(known.joined(separator: ", "))."
    }

    /// How many letters must be put in, taken out or changed (Levenshtein).
    private static func distance(_ left: String, _ right: String) -> Int {
        let target = Array(right)
        var row = Array(0...target.count)
        for (index, letter) in left.enumerated() {
            var next = [index + 1]
            for (place, other) in target.enumerated() {
                let change = row[place] + (letter == other ? 0 : 1)
                next.append(min(change, row[place + 1] + 1, next[place] + 1))
            }
            row = next
        }
        return row[target.count]
    }
}

/// A comment line that says how an answer will be.
enum RestExpectation: Equatable {
    enum Relation: String {
        case equal = "=="
        case unequal = "!="
    }

    /// `# expect 202`
    case status(Int)
    /// `# expect header Allow == GET, HEAD`
    case header(String, Relation, String)
    /// `# expect body $.state == succeeded`
    case value(String, Relation, String)
    /// `# expect body $.undo exists`, or `absent`
    case presence(String, Bool)

    /// - Parameter text: What follows `# expect `.
    init?(_ text: String) {
        if let match = text.wholeMatch(of: /\d{3}/) {
            self = .status(Int(match.0) ?? 0)
        } else if let match = text.wholeMatch(of: /header ([\w-]+) (==|!=) (.+)/),
            let relation = Relation(rawValue: String(match.2))
        {
            self = .header(String(match.1), relation, String(match.3))
        } else if let match = text.wholeMatch(of: /body (\$\S*) (==|!=) (.+)/),
            let relation = Relation(rawValue: String(match.2))
        {
            self = .value(String(match.1), relation, String(match.3))
        } else if let match = text.wholeMatch(of: /body (\$\S*) (exists|absent)/) {
            self = .presence(String(match.1), match.2 == "exists")
        } else {
            return nil
        }
    }
}

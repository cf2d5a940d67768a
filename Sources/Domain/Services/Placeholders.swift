/// Fills `${name}` in the environment of a service.
package enum Placeholders {
    /// The names in `text`, in order; what follows an unclosed `${` is plain text.
    package static func names(in text: String) -> [String] {
        text.matches(of: /\$\{([^}]*)\}/).map { String($0.1) }
    }

    /// `text` with each known placeholder replaced; unknown ones stay, and the catalog's check
    /// refuses them beforehand.
    package static func fill(_ text: String, with values: [String: String]) -> String {
        text.replacing(/\$\{([^}]*)\}/) { match in
            values[String(match.1)] ?? String(match.0)
        }
    }
}

import Domain

/// The environment of a service, and whether it fits the secrets that are declared.
struct EnvironmentReading {
    private static let always = ["host", "port", "url"]

    private(set) var values: [String: String] = [:]
    private var used: Set<String> = []

    /// Reports names that no environment can hold, and placeholders that nothing would fill.
    init(_ item: Item?, secrets: [String]) {
        let known = Self.always + secrets.map { "secret.\($0)" }
        for (key, value) in item?.map() ?? [] {
            if key.label.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) == nil {
                key.refuse(
                    "“\(key.label)” is no name for a variable; use letters, digits and _.")
            }
            guard let text = value.text() else { continue }
            values[key.label] = text
            let names = Placeholders.names(in: text)
            used.formUnion(names)
            for name in names where !known.contains(name) {
                let advice = Suggestion.sentence(for: name, among: known)
                value.refuse("unknown placeholder “${\(name)}”; \(advice)")
            }
        }
    }

    func uses(_ secret: SecretTemplate) -> Bool { used.contains("secret.\(secret.name)") }
}

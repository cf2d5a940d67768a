/// The values of a map whose keys are laid down.
struct Fields {
    let owner: Item
    private let values: [String: Item]

    /// Reports every key that is not `known`.
    init?(_ item: Item, known: [String]) {
        guard let pairs = item.map() else { return nil }
        for (key, _) in pairs where !known.contains(key.label) {
            let advice = Suggestion.sentence(for: key.label, among: known)
            key.refuse("unknown key “\(key.label)”; \(advice)")
        }
        owner = item
        values = Dictionary(pairs.map { ($0.key.label, $0.value) }) { first, _ in first }
    }

    func optional(_ key: String) -> Item? { values[key] }

    /// Reports a key that is not there, with an example of what to write.
    func required(_ key: String, like example: String) -> Item? {
        if let item = values[key] { return item }
        owner.refuse("“\(key)” is missing; add it, such as “\(key): \(example)”.")
        return nil
    }
}

import Yams

/// One value of a catalog file: what it is called, where it stands, and where to say what is
/// wrong with it.
///
/// Each reader answers `nil` after it has reported why; nobody has to report again.
struct Item {
    let label: String
    let file: String
    let node: Node
    let findings: Findings

    func refuse(_ message: String) {
        let mark = node.mark
        findings.add(
            CatalogError(
                file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, message: message))
    }

    /// Another value of the same file.
    func sibling(_ label: String, _ node: Node) -> Item {
        Item(label: label, file: file, node: node, findings: findings)
    }

    /// The entries of a list.
    func list() -> [Item]? {
        guard case .sequence(let nodes) = node else {
            refuse("“\(label)” must be a list, not \(kind).")
            return nil
        }
        return nodes.map { sibling(label, $0) }
    }

    /// The entries of a map, in the order in which they are written.
    func map() -> [(key: Item, value: Item)]? {
        guard case .mapping(let pairs) = node else {
            refuse("“\(label)” must be a map of keys and values, not \(kind).")
            return nil
        }
        return pairs.map { pair in
            let name = pair.key.scalar?.string ?? ""
            return (sibling(name, pair.key), sibling(name, pair.value))
        }
    }

    /// A scalar exactly as it is written: `1000:1000` and `no` stay what they look like.
    func text() -> String? {
        guard !isEmpty else {
            refuse("“\(label)” has no value; write one, or \"\" for an empty text.")
            return nil
        }
        guard case .scalar(let scalar) = node else {
            refuse("“\(label)” must be text, not \(kind).")
            return nil
        }
        return scalar.string
    }

    private var isEmpty: Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }

    private var kind: String {
        switch node {
        case .scalar: isEmpty ? "empty" : "text"
        case .mapping: "a map"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }
}

/// The way to a field, as server-side apply names it.
///
/// Source: https://kubernetes.io/docs/reference/using-api/server-side-apply/
struct FieldPath: Hashable, Comparable, Sendable {
    enum Step: Hashable, Sendable {
        case member(String)
        /// An item of a list, by its keys: `{"name":"a"}`.
        case item(String)
        /// An item of a set, by itself.
        case value(String)

        var text: String {
            switch self {
            case .member(let name): ".\(name)"
            case .item(let keys): "[\(keys)]"
            case .value(let value): "[=\(value)]"
            }
        }
    }

    var steps: [Step] = []

    var text: String { steps.map(\.text).joined() }

    func appending(_ step: Step) -> Self { Self(steps: steps + [step]) }

    /// The ways to all that holds it, and to itself; the shortest first.
    var prefixes: [FieldPath] {
        steps.indices.map { FieldPath(steps: Array(steps[...$0])) }
    }

    static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

import Wire

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
            case .item(let keys): "[\(Self.said(keys))]"
            case .value(let value): "[=\(value)]"
            }
        }

        /// `{"name":"a"}` as `name="a"`
        private static func said(_ keys: String) -> String {
            (JSONValue(parsing: keys)?.members ?? [:]).sorted { $0.key < $1.key }
                .map { "\($0.key)=\($0.value.compact)" }.joined(separator: ",")
        }
    }

    var steps: [Step] = []

    var text: String { steps.map(\.text).joined() }

    func appending(_ step: Step) -> Self { Self(steps: steps + [step]) }

    /// The ways to all that holds it, and to itself; the shortest first.
    var prefixes: [FieldPath] {
        steps.indices.map { FieldPath(steps: Array(steps[...$0])) }
    }

    /// As the server tells them: at each fork first what ends there, then what goes on.
    static func < (left: Self, right: Self) -> Bool {
        guard
            let fork = left.steps.indices.first(where: { index in
                index >= right.steps.count || left.steps[index] != right.steps[index]
            })
        else { return left.steps.count < right.steps.count }
        guard fork < right.steps.count else { return false }
        let (leftEnds, rightEnds) = (left.steps.count == fork + 1, right.steps.count == fork + 1)
        if leftEnds != rightEnds { return leftEnds }
        return left.steps[fork].text < right.steps[fork].text
    }
}

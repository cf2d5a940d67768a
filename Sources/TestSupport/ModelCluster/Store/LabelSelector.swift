/// Which labels are asked for: `a=b,c!=d,e,!f,g in (h,i)`.
///
/// Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
struct LabelSelector: Equatable, Sendable {
    enum Requirement: Equatable, Sendable {
        case isOneOf(String, [String])
        case isNoneOf(String, [String])
        case exists(String)
        case isAbsent(String)
    }

    var requirements: [Requirement] = []

    func matches(_ labels: [String: String]) -> Bool {
        requirements.allSatisfy { requirement in
            switch requirement {
            case .isOneOf(let key, let values): labels[key].map(values.contains) ?? false
            case .isNoneOf(let key, let values): !(labels[key].map(values.contains) ?? false)
            case .exists(let key): labels[key] != nil
            case .isAbsent(let key): labels[key] == nil
            }
        }
    }

    init() {}

    init(_ text: String) throws(ModelRefusal) {
        var reader = LabelSelectorReader(text)
        requirements = try reader.requirements()
    }
}

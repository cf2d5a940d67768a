import Foundation

/// What came back for a request of a file.
struct RestAnswer {
    var status: Int
    /// By name, in lower case.
    var headers: [String: String]
    var body: String

    /// The value at a path such as `$.instance.volumes[0].state`: texts as they are, everything
    /// else as JSON; `nil` where there is nothing.
    func value(at path: String) -> String? {
        guard path.hasPrefix("$"),
            var value = try? JSONSerialization.jsonObject(
                with: Data(body.utf8), options: .fragmentsAllowed)
        else { return nil }
        var rest = path.dropFirst()
        while !rest.isEmpty {
            if let match = rest.prefixMatch(of: /\.(\w+)/) {
                guard let next = (value as? [String: Any])?[String(match.1)] else { return nil }
                value = next
                rest = rest[match.range.upperBound...]
            } else if let match = rest.prefixMatch(of: /\[(\d+)\]/), let index = Int(match.1) {
                guard let list = value as? [Any], list.indices.contains(index) else { return nil }
                value = list[index]
                rest = rest[match.range.upperBound...]
            } else {
                return nil
            }
        }
        return Self.text(of: value)
    }

    private static func text(of value: Any) -> String? {
        if let text = value as? String { return text }
        let data = try? JSONSerialization.data(
            withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys])
        return data.map { String(decoding: $0, as: UTF8.self) }
    }

    /// What is not as it was expected; `nil` where all is well.
    ///
    /// - Parameter fill: Puts values in place of `{{…}}`.
    func complaint(
        about expectation: RestExpectation, fill: (String) throws -> String
    ) rethrows -> String? {
        switch expectation {
        case .status(let wanted):
            return status == wanted ? nil : "\(status) instead of \(wanted)"
        case .header(let name, let relation, let text):
            return Self.compare(name, headers[name.lowercased()], relation, try fill(text))
        case .value(let path, let relation, let text):
            return Self.compare(path, value(at: path), relation, try fill(text))
        case .presence(let path, let isWanted):
            let found = value(at: path)
            return (found != nil) == isWanted ? nil : "\(path) is \(found ?? "absent")"
        }
    }

    /// What is absent is unlike nothing: a wrong path must not pass for a difference.
    private static func compare(
        _ what: String, _ found: String?, _ relation: RestExpectation.Relation, _ wanted: String
    ) -> String? {
        guard let found else { return "\(what) is absent" }
        let holds = (found == wanted) == (relation == .equal)
        return holds ? nil : "\(what) is “\(found)”; expected: \(relation.rawValue) “\(wanted)”"
    }
}

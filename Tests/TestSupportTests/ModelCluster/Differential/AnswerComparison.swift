import TestSupport
import Wire

/// Whether two servers say the same, as far as they can: each has its own uids, versions and
/// times.
struct AnswerComparison {
    /// What only one side says, or says in its own way; only whether it is there is compared.
    static let ownWords: Set<String> = [
        "clusterIP", "clusterIPs", "continue", "creationTimestamp", "deletionTimestamp",
        "lastPhaseTransitionTime",
    ]
    /// What the model does not say at all.
    static let ignored: Set<String> = ["managedFields"]

    /// The model's name for what the real server made.
    private var uids: [String: String] = [:]
    private var versions: [Int: Int] = [:]

    /// How they differ, place by place.
    mutating func differences(_ model: ModelAnswer, _ real: ModelAnswer) -> [String] {
        if model.code != real.code {
            return ["code: \(model.code), not \(real.code): \(real.body.compact)"]
        }
        switch (model.content, real.content) {
        case (.json(let model), .json(let real)): return differences(model, real, at: "")
        default:
            return model.content == real.content
                ? [] : ["\(model.content), not \(real.content)"]
        }
    }

    mutating func differences(
        _ model: JSONValue?, _ real: JSONValue?, at place: String
    ) -> [String] {
        let name = place.split(separator: ".").last.map(String.init) ?? ""
        if Self.ignored.contains(name) { return [] }
        guard let model, let real else {
            return model == real ? [] : ["\(place): \(said(model)), not \(said(real))"]
        }
        if Self.ownWords.contains(name) { return [] }
        switch (model, real) {
        case (.object(let left), .object(let right)):
            return Set(left.keys).union(right.keys).sorted().flatMap { member in
                differences(left[member], right[member], at: "\(place).\(member)")
            }
        case (.array(let left), .array(let right)) where left.count == right.count:
            let (left, right) =
                name == "causes" ? (Self.sorted(left), Self.sorted(right)) : (left, right)
            return zip(left, right).enumerated().flatMap { index, pair in
                differences(pair.0, pair.1, at: "\(place).\(index)")
            }
        case (.string(let left), .string(let right)):
            let isSame = isSame(left, right, name, at: place)
            return isSame ? [] : ["\(place): \(left), not \(right)"]
        default: return model == real ? [] : ["\(place): \(said(model)), not \(said(real))"]
        }
    }

    /// The server tells the conflicts of managers in no order.
    private static func sorted(_ causes: [JSONValue]) -> [JSONValue] {
        guard causes.first?["reason"] == "FieldManagerConflict" else { return causes }
        return causes.sorted { $0.compact < $1.compact }
    }

    private func said(_ value: JSONValue?) -> String { value?.compact ?? "nothing" }

    private mutating func isSame(
        _ model: String, _ real: String, _ name: String, at place: String
    ) -> Bool {
        switch name {
        case "uid":
            let known = uids[real]
            uids[real] = model
            return known == nil || known == model
        // That of a list counts what strangers write, too.
        case "resourceVersion" where place == ".metadata.resourceVersion.list": return true
        case "resourceVersion": return isInStep(Int(model) ?? -1, Int(real) ?? -1)
        case "message": return plain(model) == plain(real)
        default: return model == real
        }
    }

    /// Versions go up on both sides together.
    private mutating func isInStep(_ model: Int, _ real: Int) -> Bool {
        if let known = versions[real] { return known == model }
        let below = versions.filter { $0.key < real }.values.max() ?? Int.min
        let above = versions.filter { $0.key > real }.values.min() ?? Int.max
        versions[real] = model
        return below < model && model < above
    }

    /// A sentence without the names that only one side knows, and without Go's own details.
    private func plain(_ message: String) -> String {
        var text = message
        for cut in [
            "\\n@@", "\n@@", " for bound claims", "json parse error:", "error decoding patch:",
            " in object meta:",
        ] {
            if let place = text.firstRange(of: cut) { text = String(text[..<place.lowerBound]) }
        }
        for word in ["failed to create typed patch object", "failed to convert new object"]
        where text.hasPrefix(word) {
            text = "not of its kind"
        }
        if let place = text.firstRange(of: "Invalid value: \"{") {
            let end = text[place.upperBound...].ranges(of: "}\": ").last?.upperBound
            text = String(text[..<place.lowerBound]) + (end.map { String(text[$0...]) } ?? "")
        }
        if text.hasSuffix("]") { text.removeLast() }
        return
            text
            .replacing(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/, with: "uid")
            .replacing(/uid-[0-9]+/, with: "uid")
            .replacing(/(record|precondition) \(\d+\)/, with: "version")
    }
}

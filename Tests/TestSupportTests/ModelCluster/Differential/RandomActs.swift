import Domain
import TestSupport
import Wire

/// Requests drawn from a seed, over few names, so that they meet.
struct RandomActs {
    private let randomness: SeededRandomness
    /// The namespaces of this seed alone.
    let namespaces: [String]
    private let mark: String

    init(seed: UInt64) {
        randomness = SeededRandomness(seed: seed)
        mark = "s\(seed)"
        namespaces = ["s\(seed)-a", "s\(seed)-b"]
    }

    static let kinds: [ModelKind] = [
        .configMap, .secret, .claim, .volume, .statefulSet, .service, .namespace, .ingress,
        .networkPolicy, .quota,
    ]

    func next() -> RandomAct {
        let kind = pick(Self.kinds)
        let namespace = kind.isNamespaced ? pick(namespaces) : nil
        // A namespace that may come and go, and is not used otherwise.
        let name = kind.isNamespaced ? pick(["x", "y", "z"]) : "\(mark)-\(pick(["p", "q"]))"
        let key = ModelKey(kind, name, in: namespace)
        switch pick(0..<12) {
        case 0, 1, 2: return create(key)
        case 3, 4: return apply(key)
        case 5, 6: return merge(key)
        case 7: return replace(key)
        case 8: return status(key)
        case 9, 10: return delete(key)
        default: return read(key)
        }
    }

    private func create(_ key: ModelKey) -> RandomAct {
        RandomAct(
            method: "POST", target: key.kind.path(in: key.namespace) + dryRun("?"),
            body: RandomBodies.object(key, pick(0..<6)))
    }

    private func apply(_ key: ModelKey) -> RandomAct {
        var body = RandomBodies.object(key, pick(0..<6))
        condition(&body)
        let force = pick(0..<4) == 0 ? "" : "&force=true"
        return RandomAct(
            method: "PATCH",
            target: "\(key.path)?fieldManager=\(pick(["m", "m", "n"]))\(force)\(dryRun("&"))",
            body: body, contentType: "application/apply-patch+yaml", path: key.path)
    }

    private func merge(_ key: ModelKey) -> RandomAct {
        var body = RandomBodies.patch(key.kind, pick(0..<8))
        condition(&body)
        return RandomAct(
            method: "PATCH", target: key.path + dryRun("?"), body: body,
            contentType: "application/merge-patch+json", path: key.path)
    }

    private func replace(_ key: ModelKey) -> RandomAct {
        var body = RandomBodies.object(key, pick(0..<6))
        condition(&body)
        return RandomAct(method: "PUT", target: key.path, body: body, path: key.path)
    }

    private func status(_ key: ModelKey) -> RandomAct {
        switch (key.kind, pick(0..<3)) {
        case (.claim, let size):
            let capacity = JSONValue.string("\(size + 1)Gi")
            return merge(
                key.path + "/status",
                ["status": ["phase": "Bound", "capacity": ["storage": capacity]]])
        case (.statefulSet, 0): return RandomAct(method: "GET", target: key.path + "/scale")
        case (.statefulSet, let count):
            return merge(key.path + "/scale", ["spec": ["replicas": .integer(count)]])
        default: return read(key)
        }
    }

    private func merge(_ path: String, _ body: JSONValue) -> RandomAct {
        RandomAct(
            method: "PATCH", target: path, body: body,
            contentType: "application/merge-patch+json")
    }

    private func delete(_ key: ModelKey) -> RandomAct {
        let conditions: [JSONValue] = [
            [:], ["preconditions": ["uid": "<uid>"]],
            ["preconditions": ["uid": "<uid>", "resourceVersion": "<version>"]],
            ["preconditions": ["uid": "stranger"]], ["preconditions": ["resourceVersion": "1"]],
            ["propagationPolicy": "Foreground"], ["propagationPolicy": "Background"],
        ]
        return RandomAct(
            method: "DELETE", target: key.path + dryRun("?"), body: pick(conditions),
            path: key.path)
    }

    private func read(_ key: ModelKey) -> RandomAct {
        let list = key.kind.path(in: key.namespace)
        let own = "labelSelector=mark%3D\(mark)"
        // Pages of what is in no namespace depend on what other seeds have made.
        let pages =
            key.kind.isNamespaced ? ["\(list)?\(own)&limit=1", "\(list)?\(own)&limit=2"] : []
        let targets = [
            key.path, "\(list)?\(own)", "\(list)?\(own),a%3D1", "\(list)?\(own),a!%3D1",
            "\(list)?\(own),!a", "\(list)?\(own),a%20in%20(0,1)",
            "\(list)?fieldSelector=metadata.name%3D\(key.name)",
            "\(key.kind.path())?\(own)",
        ]
        return RandomAct(method: "GET", target: pick(targets + pages))
    }

    /// Right, wrong, or none at all.
    private func condition(_ body: inout JSONValue) {
        switch pick(0..<8) {
        case 0: body["metadata", "uid"] = "<uid>"
        case 1: body["metadata", "resourceVersion"] = "<version>"
        case 2: body["metadata", "uid"] = "stranger"
        case 3: body["metadata", "resourceVersion"] = "1"
        case 4:
            body["metadata", "uid"] = "<uid>"
            body["metadata", "resourceVersion"] = "<version>"
        default: break
        }
    }

    private func dryRun(_ sign: String) -> String { pick(0..<10) == 0 ? "\(sign)dryRun=All" : "" }

    private func pick<Choices: RandomAccessCollection>(_ choices: Choices) -> Choices.Element {
        let number = randomness.bytes(4).reduce(0) { $0 << 8 | Int($1) }
        return choices[choices.index(choices.startIndex, offsetBy: number % choices.count)]
    }
}

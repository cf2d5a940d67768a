import Domain
import RealWorld
import TestSupport
import Wire

/// A model and a real server that are asked the same.
struct Twins {
    private(set) var model = ModelWorld()
    let real: ControlPlaneProcess
    private var comparison = AnswerComparison()
    /// From where each is watched: what it knew before the first request.
    private var start: [ModelKind: (model: String, real: String)] = [:]

    init(_ real: ControlPlaneProcess) { self.real = real }

    /// Asks both, and tells how their answers differ.
    mutating func ask(_ act: RandomAct) async throws -> [String] {
        let (left, right) = try await answers(to: act)
        return comparison.differences(Self.readied(left), Self.readied(right))
    }

    private mutating func answers(
        to act: RandomAct
    ) async throws -> (model: ModelAnswer, real: ModelAnswer) {
        guard act.needsObject, let path = act.path else {
            let request = act.request(about: [:])
            return (model.ask(request), try await real.ask(request))
        }
        let look = ModelRequest("GET", path, json: nil)
        let mine = act.request(about: model.ask(look).body)
        let other = act.request(about: try await real.ask(look).body)
        return (model.ask(mine), try await real.ask(other))
    }

    /// A list's own version is marked, as it counts the writes of strangers.
    private static func readied(_ answer: ModelAnswer) -> ModelAnswer {
        guard answer.body["kind"]?.text?.hasSuffix("List") ?? false else { return answer }
        var body = answer.body
        body["metadata", "resourceVersion"] = nil
        return ModelAnswer(answer.code, body)
    }

    /// Notes where the history of a kind begins.
    mutating func beginWatching(_ kind: ModelKind) async throws {
        let list = ModelRequest("GET", kind.path(), json: nil)
        let mine = model.ask(list).body.resourceVersion ?? ""
        start[kind] = (mine, try await real.ask(list).body.resourceVersion ?? "")
    }

    /// Hears the whole histories of all watched kinds from both.
    mutating func replay(query: String) async throws -> [String] {
        let real = try await heard(query)
        return real.sorted { $0.key < $1.key }.flatMap { plural, other in
            let kind = start.keys.first { $0.plural == plural } ?? .configMap
            let path = Self.watch(kind, from: start[kind]?.model ?? "", query)
            let mine = model.events(ModelRequest("GET", path, json: nil))
            guard mine.count == other.count else {
                return ["\(plural): \(mine.count) events, not \(other.count)"]
            }
            return zip(mine, other).flatMap { comparison.differences($0, $1, at: plural) }
        }
    }

    /// What the real server tells, by the plurals of the kinds.
    private func heard(_ query: String) async throws -> [String: [JSONValue]] {
        try await withThrowingTaskGroup(of: (String, [JSONValue]).self) { group in
            for (kind, version) in start {
                let path = Self.watch(kind, from: version.real, query)
                group.addTask { [real] in
                    let answer = try await real.ask(ModelRequest("GET", path, json: nil))
                    return (kind.plural, Self.events(in: answer))
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    private static func watch(_ kind: ModelKind, from version: String, _ query: String) -> String {
        "\(kind.path())?watch=1&timeoutSeconds=1&\(query)&resourceVersion=\(version)"
    }

    private static func events(in answer: ModelAnswer) -> [JSONValue] {
        switch answer.content {
        case .json(let event): [event]
        case .text(let lines):
            lines.split(separator: "\n").compactMap { JSONValue(parsing: String($0)) }
        }
    }
}

import Domain
import TestSupport
import Wire

/// A model with a clock that stands still and uids that count.
struct ModelWorld {
    var cluster = ModelCluster()
    private var made = 0

    @discardableResult
    mutating func ask(
        _ method: String, _ path: String, _ body: JSONValue? = nil, type: String? = nil
    ) -> ModelAnswer {
        ask(ModelRequest(method, path, json: body, contentType: type))
    }

    mutating func ask(_ request: ModelRequest) -> ModelAnswer {
        made += 1
        let uid = "uid-\(made)"
        return cluster.answer(request, now: Self.noon) { uid }
    }

    mutating func merge(_ path: String, _ body: JSONValue) -> ModelAnswer {
        ask("PATCH", path, body, type: "application/merge-patch+json")
    }

    mutating func apply(_ path: String, _ body: JSONValue, query: String = "") -> ModelAnswer {
        ask(
            "PATCH", "\(path)?fieldManager=holdfast&force=true\(query)", body,
            type: "application/apply-patch+yaml")
    }

    /// What a watch hears that begins now.
    func events(_ request: ModelRequest) -> [JSONValue] {
        switch cluster.watch(request) {
        case .success(var watch): cluster.events(for: &watch)
        case .failure(let error): [error.answer.body]
        }
    }

    static let noon = Instant(milliseconds: 1_767_268_800_000)
}

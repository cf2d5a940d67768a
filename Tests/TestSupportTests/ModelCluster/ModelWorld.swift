import Domain
import TestSupport
import Wire

/// A model with a clock that stands still and uids that count.
struct ModelWorld {
    var cluster = ModelCluster()
    private var made = 0
    private(set) var heard: [ModelRequest] = []

    @discardableResult
    mutating func ask(
        _ method: String, _ path: String, _ body: JSONValue? = nil, type: String? = nil
    ) -> ModelAnswer {
        let request = ModelRequest(method, path, json: body, contentType: type)
        heard.append(request)
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

    static let noon = Instant(milliseconds: 1_767_268_800_000)
}

package import Wire

/// Somebody who listens to a collection; pure: `ModelCluster` says what it has to hear.
package struct ModelWatch: Sendable {
    var filter: ObjectFilter
    /// What it has heard of.
    package internal(set) var version: Int
    /// What it hears before anything that changes.
    var pending: [JSONValue] = []
    /// Whether it has been told that nothing follows.
    package internal(set) var isOver = false
    package internal(set) var wantsBookmarks: Bool
    /// Seconds that it may last.
    package internal(set) var timeout: Int?
}

extension ModelCluster {
    /// - Throws: An answer that is no stream.
    package func watch(_ request: ModelRequest) -> Result<ModelWatch, ModelAnswerError> {
        do throws(ModelRefusal) {
            return .success(try opened(request))
        } catch {
            return .failure(ModelAnswerError(answer: error.answer))
        }
    }

    private func opened(_ request: ModelRequest) throws(ModelRefusal) -> ModelWatch {
        guard case .collection(let kind, let namespace) = try ModelRoute(request.path) else {
            throw .noSuchResource
        }
        let query = request.query
        var watch = ModelWatch(
            filter: try ObjectFilter(kind, namespace: namespace, query: query),
            version: store.version,
            wantsBookmarks: ["1", "true"].contains(query["allowWatchBookmarks"]),
            timeout: query["timeoutSeconds"].flatMap(Int.init))
        let wantsAll = ["1", "true"].contains(query["sendInitialEvents"])
        if wantsAll, query["resourceVersionMatch"] != "NotOlderThan" {
            throw .invalidOptions(
                "ListOptions",
                .forbidden(
                    "resourceVersionMatch",
                    "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"))
        }
        let asked = query["resourceVersion"] ?? ""
        guard let version = asked.isEmpty ? 0 : Int(asked) else {
            throw .internalError(
                """
                resourceVersion: Invalid value: "\(asked)": strconv.ParseUint: parsing \
                "\(asked)": invalid syntax
                """)
        }
        begin(&watch, at: version, wantsAll: wantsAll)
        return watch
    }

    private func begin(_ watch: inout ModelWatch, at version: Int, wantsAll: Bool) {
        if wantsAll || version == 0 {
            if version > store.version {
                return fail(&watch, .tooLarge(version, current: store.version))
            }
            watch.pending = store.objects(of: watch.filter.kind)
                .filter { watch.filter.matches($0.key, $0.object) }
                .map { ["type": "ADDED", "object": $0.object] }
            if wantsAll { watch.pending.append(bookmark(watch, isInitialEnd: true)) }
        } else if version < store.floor {
            fail(
                &watch, .expired("too old resource version: \(version) (\(store.floor))"))
        } else {
            watch.version = version
        }
    }

    private func fail(_ watch: inout ModelWatch, _ refusal: ModelRefusal) {
        watch.pending = [["type": "ERROR", "object": refusal.status]]
    }

    /// What it has to hear since it was asked last; an error is the last that it hears.
    package func events(for watch: inout ModelWatch) -> [JSONValue] {
        guard !watch.isOver else { return [] }
        var events = watch.pending
        watch.pending = []
        if events.last?["type"] == "ERROR" {
            watch.isOver = true
            return events
        }
        if watch.version < store.floor, watch.version < store.version, missed(watch) {
            fail(&watch, .expired("too old resource version: \(watch.version) (\(store.floor))"))
            return self.events(for: &watch)
        }
        events += store.changes(since: watch.version)
            .compactMap { event(of: $0, for: watch.filter) }
        watch.version = max(watch.version, store.version)
        return events
    }

    /// Whether what it has not heard yet is forgotten.
    private func missed(_ watch: ModelWatch) -> Bool {
        watch.version + 1 < (store.history.first?.version ?? store.version + 1)
    }

    private func event(of change: ModelChange, for filter: ObjectFilter) -> JSONValue? {
        let was = change.before.map { filter.matches(change.key, $0) } ?? false
        let isNow = change.after.map { filter.matches(change.key, $0) } ?? false
        switch (was, isNow) {
        case (false, false): return nil
        case (false, true): return ["type": "ADDED", "object": change.after ?? [:]]
        case (true, true): return ["type": "MODIFIED", "object": change.after ?? [:]]
        case (true, false):
            var last = change.before ?? [:]
            last["metadata", "resourceVersion"] = .string("\(change.version)")
            return ["type": "DELETED", "object": last]
        }
    }

    /// Says how far the watch has come.
    package func bookmark(_ watch: ModelWatch, isInitialEnd: Bool = false) -> JSONValue {
        let kind = watch.filter.kind
        var metadata: JSONValue = [
            "resourceVersion": .string("\(max(watch.version, store.version))")
        ]
        if isInitialEnd { metadata["annotations"] = ["k8s.io/initial-events-end": "true"] }
        return [
            "type": "BOOKMARK",
            "object": [
                "kind": .string(kind.name), "apiVersion": .string(kind.apiVersion),
                "metadata": metadata,
            ],
        ]
    }
}

/// An answer that takes the place of a stream.
package struct ModelAnswerError: Error, Equatable {
    package var answer: ModelAnswer
}

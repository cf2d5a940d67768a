import Wire

/// GET of one and of many.
extension ModelCluster {
    func get(_ key: ModelKey, _ request: ModelRequest) throws(ModelRefusal) -> ModelAnswer {
        try checkVersion(request.query["resourceVersion"])
        guard let object = store.objects[key] else { throw .notFound(key) }
        return ModelAnswer(200, object)
    }

    func list(
        _ kind: ModelKind, in namespace: String?, _ request: ModelRequest
    ) throws(ModelRefusal) -> ModelAnswer {
        let filter = try ObjectFilter(kind, namespace: namespace, query: request.query)
        let page = try ListPage(request.query, store: store)
        let state = store.state(of: kind, at: page.stateVersion ?? store.version)
        let rest = state.filter { key, _ in
            guard namespace == nil || key.namespace == namespace else { return false }
            guard let after = page.after else { return true }
            return after.utf8.lexicographicallyPrecedes(placed(key, namespace))
        }
        let matches = rest.filter { filter.matches($0.key, $0.object) }
        let shown = page.limit.map { Array(matches.prefix($0)) } ?? matches
        var metadata: JSONValue = ["resourceVersion": .string("\(page.shownVersion)")]
        // Whether what follows matches too, the server has not looked.
        if let limit = page.limit, shown.count == limit, let last = shown.last,
            let end = rest.last, last.key < end.key
        {
            let after = String(decoding: placed(last.key, namespace), as: UTF8.self)
            metadata["continue"] = .string(
                ContinueToken(version: page.shownVersion, after: after).text)
            if filter.labels.requirements.isEmpty, filter.fields.isEmpty {
                metadata["remainingItemCount"] = .integer(matches.count - shown.count)
            }
        }
        return ModelAnswer(200, Self.list(of: kind, shown.map(\.object), metadata))
    }

    static func list(
        of kind: ModelKind, _ objects: [JSONValue], _ metadata: JSONValue
    ) -> JSONValue {
        let items = objects.map { object in
            var item = object
            item["kind"] = nil
            item["apiVersion"] = nil
            return item
        }
        return [
            "kind": .string("\(kind.name)List"), "apiVersion": .string(kind.apiVersion),
            "metadata": metadata, "items": .array(items),
        ]
    }

    /// Where an object is in the list of one namespace, or of all.
    private func placed(_ key: ModelKey, _ namespace: String?) -> String.UTF8View {
        (namespace == nil ? key.place : key.name).utf8
    }

    private func checkVersion(_ text: String?) throws(ModelRefusal) {
        guard let text, !text.isEmpty, let version = Int(text), version > store.version else {
            return
        }
        throw .tooLarge(version, current: store.version)
    }
}

import Wire

/// What the model keeps: objects, and how they came to be as they are.
struct ModelStore: Sendable {
    private(set) var objects: [ModelKey: JSONValue] = [:]
    /// Where the objects of a kind are, in the order of lists.
    private var places: [ModelKind: [ModelKey]] = [:]
    /// Counts every write to anything, as etcd's revision does.
    private(set) var version = 1
    private(set) var history: [ModelChange] = []
    /// The oldest version of which the state is still known.
    private(set) var floor = 1
    /// Claims that were made and not written since: the real server stores the first of them once
    /// more, under a new version, when somebody writes what changes nothing.
    private(set) var fresh: Set<ModelKey> = []
    /// Who put which fields there.
    var owners: [ModelKey: ModelOwners] = [:]

    /// Keeps an object under the next version, and answers with it.
    mutating func put(_ object: JSONValue, at key: ModelKey) -> JSONValue {
        version += 1
        var object = object
        object["metadata", "resourceVersion"] = .string("\(version)")
        history.append(
            ModelChange(version: version, key: key, before: objects[key], after: object))
        if objects[key] == nil, key.kind == .claim { fresh.insert(key) } else { fresh.remove(key) }
        if objects[key] == nil { enlist(key) }
        objects[key] = object
        return object
    }

    /// Forgets an object, and answers with it as it was, under the version of its end.
    mutating func remove(_ key: ModelKey) -> JSONValue? {
        guard let before = objects.removeValue(forKey: key) else { return nil }
        places[key.kind]?.removeAll { $0 == key }
        version += 1
        owners[key] = nil
        fresh.remove(key)
        history.append(ModelChange(version: version, key: key, before: before, after: nil))
        var last = before
        last["metadata", "resourceVersion"] = .string("\(version)")
        return last
    }

    private mutating func enlist(_ key: ModelKey) {
        let place = places[key.kind]?.firstIndex { key < $0 }
        places[key.kind, default: []].insert(key, at: place ?? places[key.kind]?.count ?? 0)
    }

    /// Counts up without a write, as writes to what is not modelled do.
    mutating func skip(_ count: Int = 1) { version += count }

    /// Forgets how things were before the present.
    mutating func compact() {
        history = []
        floor = version
    }

    /// Everything of a kind as it was after the write of that version, in order.
    func state(of kind: ModelKind, at version: Int) -> [(key: ModelKey, object: JSONValue)] {
        guard version < self.version else { return objects(of: kind) }
        var state = objects.filter { $0.key.kind == kind }
        for change in history.reversed() where change.key.kind == kind {
            if change.version <= version { break }
            state[change.key] = change.before
        }
        return state.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    func objects(of kind: ModelKind) -> [(key: ModelKey, object: JSONValue)] {
        (places[kind] ?? []).compactMap { key in objects[key].map { (key, $0) } }
    }

    /// What was written after that version.
    func changes(since version: Int) -> ArraySlice<ModelChange> {
        let last = history.lastIndex { $0.version <= version }
        return history[(last.map { $0 + 1 } ?? history.startIndex)...]
    }
}

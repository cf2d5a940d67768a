import Wire

/// Server-side apply's own merge.
extension JSONValue {
    /// This object with what somebody applies put over it.
    func merged(with applied: JSONValue, name: String = "", parent: String = "") -> JSONValue {
        switch (self, applied) {
        case (.object(let old), .object(let new))
        where !ListStyle.isAtomicMap(name, in: parent):
            .object(
                old.merging(
                    new.map { member, value in
                        (
                            member,
                            old[member]?.merged(with: value, name: member, parent: name) ?? value
                        )
                    }
                ) { $1 })
        case (.array(let old), .array(let new)):
            .array(Self.merged(old, with: new, ListStyle(name, in: parent), name: name))
        default: applied
        }
    }

    /// The new order leads; what is only in the old list keeps its place before its follower.
    private static func merged(
        _ old: [JSONValue], with new: [JSONValue], _ style: ListStyle, name: String
    ) -> [JSONValue] {
        guard style != .atomic else { return new }
        let added = Set(new.compactMap(style.step))
        var (left, right) = (old[...], new[...])
        var (result, done): ([JSONValue], Set<FieldPath.Step>) = ([], [])
        while !left.isEmpty || !right.isEmpty {
            if let first = left.first, let step = style.step(of: first),
                !added.contains(step) || done.contains(step)
            {
                if !added.contains(step) { result.append(first) }
                left.removeFirst()
            } else if let next = right.popFirst() {
                let step = style.step(of: next)
                let match = old.first { style.step(of: $0) == step }
                result.append(
                    match?.merged(with: next, name: "item", parent: name) ?? next)
                step.map { _ = done.insert($0) }
            } else {
                left.removeFirst()
            }
        }
        return result
    }

    /// This object without some fields; what they leave empty goes with them.
    func removing(_ paths: Set<FieldPath>) -> JSONValue {
        paths.sorted().reduce(self) { object, path in
            object.removing(path.steps[...], name: "", parent: "") ?? [:]
        }
    }

    private func removing(
        _ steps: ArraySlice<FieldPath.Step>, name: String, parent: String
    ) -> JSONValue? {
        guard let step = steps.first else { return nil }
        let rest = steps.dropFirst()
        switch (self, step) {
        case (.object(var members), .member(let member)):
            guard let child = members[member] else { return self }
            members[member] = child.removing(rest, name: member, parent: name)
            return members.isEmpty ? nil : .object(members)
        case (.array(let items), _):
            let style = ListStyle(name, in: parent)
            let kept = items.compactMap { item in
                style.step(of: item) == step
                    ? item.removing(rest, name: "item", parent: name) : item
            }
            return kept.isEmpty ? nil : .array(kept)
        default: return self
        }
    }
}

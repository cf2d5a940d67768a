/// Who has put which fields into one object.
///
/// Managers that apply and those that write otherwise are different owners, even under one name.
/// Source: https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
struct ModelOwners: Equatable, Sendable {
    struct Manager: Hashable, Comparable, Sendable {
        var name: String
        var applies: Bool

        static func < (left: Self, right: Self) -> Bool {
            (left.name, left.applies ? 1 : 0) < (right.name, right.applies ? 1 : 0)
        }
    }

    private(set) var fields: [Manager: Set<FieldPath>] = [:]

    /// Notes what a write has changed: those fields are the writer's now, and nobody else's.
    mutating func note(_ manager: Manager, wrote new: FieldSet, over old: FieldSet) {
        // An empty map in place of none is no change of a field.
        let changed = Set(
            new.values.filter { old.values[$0.key] != $0.value && $0.value != [:] }.keys)
        let removed = Set(old.values.keys).subtracting(new.values.keys)
        for other in fields.keys where other != manager {
            fields[other]?.subtract(changed.union(removed))
        }
        let own = (fields[manager] ?? []).union(changed).subtracting(removed)
        set(own, for: manager)
    }

    /// Notes that somebody has set how many replicas there shall be.
    mutating func note(scaler name: String) {
        let replicas = FieldPath(steps: [.member("spec"), .member("replicas")])
        set([replicas], for: Manager(name: name, applies: false))
    }

    /// Notes that somebody applied these fields by force.
    mutating func note(_ manager: Manager, applied: FieldSet, over live: FieldSet) {
        let changed = Set(applied.values.filter { live.values[$0.key] != $0.value }.keys)
        for other in fields.keys where other != manager {
            fields[other]?.subtract(changed)
        }
        set(Set(applied.values.keys), for: manager)
    }

    /// What must go when it applies these: what it applied before, and nobody holds any more;
    /// a whole branch where nothing in it is held.
    func abandoned(by manager: Manager, applying applied: FieldSet) -> Set<FieldPath> {
        var held = Set(applied.values.keys)
        for (other, paths) in fields where other != manager { held.formUnion(paths) }
        let branches = Set(held.flatMap(\.prefixes))
        let lost = (fields[manager] ?? []).subtracting(held)
        return Set(lost.compactMap { path in path.prefixes.first { !branches.contains($0) } })
    }

    /// Fields that others hold with other values.
    func conflicts(
        of manager: Manager, applying applied: FieldSet, over live: FieldSet
    ) -> [(manager: Manager, path: FieldPath)] {
        let changed = applied.values.filter { live.values[$0.key] != $0.value }.keys
        return fields.keys.filter { $0 != manager }.sorted().flatMap { other in
            changed.filter { fields[other]?.contains($0) ?? false }.sorted()
                .map { (other, $0) }
        }
    }

    private mutating func set(_ own: Set<FieldPath>, for manager: Manager) {
        fields[manager] = own.isEmpty ? nil : own
    }
}

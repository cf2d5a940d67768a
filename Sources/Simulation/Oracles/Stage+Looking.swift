import Domain
import TestSupport

/// Those who look at all there is between two scenes.
extension Stage {
    func look() async {
        lookAtData()
        // Taken before the rows: what is acknowledged meanwhile is for the next look.
        let fates = truth.requests
        do {
            let record = try await rows.read { try Record($0) }
            lookAtAttachments(record)
            lookAtAcknowledged(fates, record)
            try await lookAtPromises(record)
            lookAtEndings(record)
        } catch {
            blame(.s8, "the rows cannot be read: \(error)")
        }
    }

    /// Every record that an application was told is kept is there, once, in order, and alone.
    private func lookAtData() {
        var present: [ClaimUID: MemoryWorld.Claim] = [:]
        for claim in view.kept { present[claim.uid] = claim }
        for (uid, count) in truth.durable.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            if truth.destroyed.contains(uid) || truth.strangers.contains(uid) { continue }
            guard let claim = present[uid] else {
                blame(.s1, "\(name(of: uid)) is gone with \(count) records")
                continue
            }
            if !isWhole(claim.records, count, truth.owners[uid]) {
                blame(.s5, "\(name(of: uid)) does not hold records 1 to \(count) of its service")
            }
        }
    }

    private func isWhole(
        _ records: [MemoryWorld.Record], _ count: Int, _ owner: InstanceID?
    ) -> Bool {
        records.count == count
            && records.indices.allSatisfy { place in
                records[place].number == place + 1 && records[place].instance == owner
            }
    }

    private func name(of uid: ClaimUID) -> String {
        truth.holders.first { $0.value == uid }?.key.rawValue ?? uid.rawValue
    }

    private static let attaching: Set<Operation.Kind> = [
        .create, .reset, .undoReset, .resubscribe, .delete, .undoDelete, .update, .rollback,
    ]

    /// Which volumes a service has changes only because somebody asked for that.
    private func lookAtAttachments(_ record: Record) {
        let fresh = record.operations.filter { !truth.operationsSeen.contains($0.id) }
        for (instance, attached) in record.attached {
            defer { truth.attached[instance] = attached }
            guard let before = truth.attached[instance], before != attached else { continue }
            let isAsked = fresh.contains {
                $0.instanceID == instance && Self.attaching.contains($0.kind)
            }
            if !isAsked { blame(.s5, "the volumes of \(instance) were changed unasked") }
        }
        truth.operationsSeen.formUnion(fresh.map(\.id))
    }

    private func lookAtAcknowledged(_ fates: [Int: Request.Fate], _ record: Record) {
        let known = Set(record.operations.map(\.id))
        for (number, fate) in fates.sorted(by: { $0.key < $1.key }) {
            if truth.requests[number]?.isForgotten ?? false { continue }
            if fate.operations.count > 1 {
                blame(.s8, "request \(number) was carried out \(fate.operations.count) times")
            }
            if !fate.operations.isSubset(of: known) {
                blame(.s8, "request \(number) was acknowledged, and is not known any more")
            }
        }
    }
}

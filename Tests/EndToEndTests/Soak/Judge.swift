import Wire

/// The promises that a soak must not see broken. Each answers with what broke it, in words.
enum Judge {
    /// No row that was acknowledged is gone, unless its volume was destroyed as it should be.
    static func lostRows(_ history: History, _ evidence: Evidence) -> [String] {
        let destroyed = Set(destroyedClaims(evidence.audit))
        return history.rows.compactMap { row in
            let claims = history.claims(for: row)
            let isKept = claims.contains { evidence.contents[$0]?.contains(row.number) == true }
            guard !isKept, claims.isDisjoint(with: destroyed) else { return nil }
            return "Row \(row.number) of \(row.service) is lost; it was acknowledged at "
                + "\(row.span.upperBound), and must be in \(claims.sorted())."
        }
    }

    /// No row is in a volume to which its service did not write at that time.
    static func misplacedRows(_ history: History, _ evidence: Evidence) -> [String] {
        history.rows.flatMap { row in
            let claims = history.claims(for: row)
            return evidence.contents.keys.sorted().filter { claim in
                evidence.contents[claim]?.contains(row.number) == true && !claims.contains(claim)
            }
            .map { "Row \(row.number) of \(row.service) is in \($0), where it cannot be." }
        }
    }

    /// No volume goes but under a ticket that was confirmed, and whose window was over.
    static func unexcusedLosses(_ history: History, _ evidence: Evidence) -> [String] {
        let claims = Set(history.tenures.map(\.claim))
        let destroyed = Set(destroyedClaims(evidence.audit))
        return claims.subtracting(evidence.contents.keys).subtracting(destroyed).sorted()
            .map { "Volume \($0) is gone, and the audit trail does not say why." }
    }

    /// No two runs ever had one volume mounted at a time, whichever containers they were of.
    static func sharedVolumes(_ history: History) -> [String] {
        history.sightings.flatMap { sighting in
            sighting.runs.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map {
                "At \(sighting.moment), \($0.key) was mounted by \($0.value.sorted())."
            }
        }
    }

    /// No container of an instance began before the one before it had ended.
    static func overlappingRuns(_ history: History) -> [String] {
        var running: [String: Set<String>] = [:]
        var broken: [String] = []
        for word in history.words {
            let key = "\(word.era) \(word.instance)"
            switch word.kind {
            case .die: running[key]?.remove(word.container)
            case .start:
                let others = running[key, default: []].subtracting([word.container])
                if !others.isEmpty {
                    broken.append(
                        "\(word.container) of \(word.instance) began beside \(others.sorted()).")
                }
                running[key, default: []].insert(word.container)
            }
        }
        return broken
    }

    /// Every wish has come true, and says so.
    static func unfulfilledOrders(_ history: History) -> [String] {
        history.orders.filter { $0.state != "succeeded" || $0.message?.isEmpty ?? true }.map {
            "Operation \($0.id) (\($0.kind)) is \($0.state): \($0.message ?? "no words")."
        }
    }

    /// What was asked for was done once, and nothing was done that nobody had asked for.
    static func unaskedOperations(_ history: History, _ evidence: Evidence) -> [String] {
        let known = evidence.operations.map(\.id).sorted()
        let asked = history.orders.map(\.id).sorted()
        return known == asked ? [] : ["Asked for were \(asked); Holdfast knows of \(known)."]
    }

    /// Each wish that was accepted has its one row in the audit trail.
    static func unauditedOrders(_ history: History, _ evidence: Evidence) -> [String] {
        history.orders.compactMap { order in
            let rows = evidence.audit.count { row in
                order.kind == "create"
                    ? row.action == "subscription.create" && row.subjectId == order.subscription
                    : row.action == "instance.\(order.kind)"
                        && row.details["operation"] == order.id
            }
            return rows == 1
                ? nil : "Operation \(order.id) (\(order.kind)) has \(rows) audit rows."
        }
    }

    static func brokenDatabases(_ evidence: Evidence) -> [String] {
        evidence.integrity.filter { $0.value != "ok" }.sorted { $0.key < $1.key }
            .map { "\($0.key): \($0.value)" }
    }

    /// The claims whose destruction the audit trail tells whole: retired with a confirmation,
    /// begun once the window was over, seen gone.
    static func destroyedClaims(_ audit: [AuditReply]) -> [String] {
        var opens: [String: String] = [:]
        var begun: Set<String> = []
        var destroyed: [String] = []
        for row in audit {
            guard let claim = row.details["claim"] else { continue }
            switch row.action {
            case "volume.retire":
                let isConfirmed = row.details["confirmation"]?.isEmpty == false
                opens[claim] = isConfirmed ? row.details["notBefore"] : nil
            case "volume.destroy-begun":
                if let opening = opens[claim], opening <= row.at { begun.insert(claim) }
            case "volume.destroyed":
                if begun.contains(claim) { destroyed.append(claim) }
            default: break
            }
        }
        return destroyed
    }
}

import Domain
import StoreSQL

/// Those who look at a destruction in the moment in which it is done.
extension Stage {
    func judge(
        destructionOf claim: ClaimName, _ uid: ClaimUID, under ticket: TicketID
    ) async {
        if truth.protected.contains(uid) {
            blame(.s6, "\(claim) was taken back, which an older database does not know")
        }
        do {
            if let record = try await rows.read({ try $0.ticket(ticket) }) {
                try await judge(destructionOf: claim, uid, record)
            } else if let orphan = try await rows.read({ try $0.orphan(OrphanID(ticket.rawValue)) })
            {
                try await judge(destructionOf: claim, uid, orphan)
            } else {
                blame(.s1, "\(claim) is destroyed under a ticket that nobody has")
            }
        } catch {
            blame(.s1, "the rows cannot be read: \(error)")
        }
    }

    private func judge(
        destructionOf claim: ClaimName, _ uid: ClaimUID, _ ticket: DestructionTicket.Record
    ) async throws {
        if ticket.state != .begun {
            blame(.s1, "\(claim) is destroyed under a ticket that is \(ticket.state.rawValue)")
        }
        let (volume, begun) = try await rows.read { rows in
            (
                try rows.volume(ticket.volumeID),
                try rows.audit(AuditQuery(subjectID: ticket.volumeID.rawValue, limit: 50))
                    .contains { $0.action == "volume.destroy-begun" }
            )
        }
        if !begun { blame(.s1, "\(claim) is destroyed without a line in the audit") }
        if ticket.claim != claim || ticket.uid != uid || volume?.uid != uid {
            blame(.s2, "\(claim) is destroyed, and rows have another identity for it")
        }
        if volume?.state != .retired { blame(.s6, "\(claim) is destroyed while it is attached") }
        if ticket.lastBackup == .owed { blame(.s10, "\(claim) is destroyed, its backup owed") }
        judge(momentOf: claim, since: ticket.issuedAt, ticket.reason)
        if let since = truth.postponedSince[ticket.id] {
            judge(momentOf: claim, since: since, .reset)
        }
        if ticket.reason == .graceExpired { try await judge(graceOf: claim, ticket) }
    }

    private func judge(
        destructionOf claim: ClaimName, _ uid: ClaimUID, _ orphan: Orphan
    ) async throws {
        if orphan.state != .begun || orphan.condemnedBy == nil {
            blame(.s1, "\(claim) is destroyed as an orphan that is \(orphan.state.rawValue)")
        }
        if orphan.object.name != claim.rawValue || orphan.object.uid != uid.rawValue {
            blame(.s2, "\(claim) is destroyed, and the orphan's row has another identity")
        }
        let condemned = try await rows.read { rows in
            try rows.audit(
                AuditQuery(subjectID: orphan.id.rawValue, action: "orphan.condemn", limit: 1)
            ).first?.at
        }
        judge(momentOf: claim, since: condemned ?? clock.now(), .orphan)
        try await judge(strayed: claim, orphan)
    }

    /// Nobody's row has it, and it was seen often and long enough before it was condemned.
    private func judge(strayed claim: ClaimName, _ orphan: Orphan) async throws {
        let volume = try await rows.read { try $0.volume(claim) }
        if let volume, volume.state != .destroyed {
            blame(.s1, "\(claim) is destroyed as an orphan, and a row has it")
        }
        if orphan.looks < Law.looks {
            blame(.s1, "\(claim) is condemned after \(orphan.looks) looks")
        }
        let seen = orphan.lastSeen - orphan.firstSeen
        if seen < Law.orphanSpan { blame(.s1, "\(claim) is condemned after \(seen.words)") }
    }

    private func judge(
        momentOf claim: ClaimName, since: Instant, _ reason: DestructionTicket.Record.Reason
    ) {
        guard reason != .graceExpired, reason != .neverBound else { return }
        let gone = clock.elapsed - clock.elapsed(atShown: since)
        if gone + slack < Law.undoWindow {
            blame(.s6, "\(claim) is destroyed \(gone.words) after it was given up")
        }
    }

    /// By whose clock leaps happen to cancel each other out, that much may be missing.
    private var slack: Duration { .seconds(600) + Law.tolerance * truth.leaps }

    private func judge(graceOf claim: ClaimName, _ ticket: DestructionTicket.Record) async throws {
        let subscription = try await rows.read { rows in
            try rows.instance(ticket.instanceID).flatMap {
                try rows.subscription($0.subscriptionID)
            }
        }
        guard let subscription, let endedAt = subscription.endedAt else {
            return blame(.s6, "\(claim) is destroyed for a grace that nobody has")
        }
        let gone = clock.elapsed - clock.elapsed(atShown: endedAt)
        if gone + slack < Law.grace(of: subscription.variant) {
            blame(.s6, "\(claim) is destroyed \(gone.words) after its subscription ended")
        }
        let warnings = truth.mails.filter {
            $0.subscriptionID == subscription.id && $0.ending == endedAt && $0.kind.warnsOfPurge
        }
        let heard = warnings.compactMap { truth.mailsSince[$0.id] }.sorted()
        if heard.count >= Law.warnings,
            clock.elapsed - heard[Law.warnings - 1] + slack < Law.respite
        {
            blame(.s6, "\(claim) is destroyed right after its owner was warned")
        }
        if Set(warnings.map(\.kind)).count < Law.warnings {
            blame(.s6, "\(claim) is destroyed, and its owner had \(warnings.count) warnings")
        }
    }

    /// Notes a permission that is given while there is a hold.
    func watchRedemption(_ redeem: () async throws -> Redeemed) async throws -> Redeemed {
        let wasHeld = try await isHeld()
        let isTooMuch = try await isTooMuch()
        let redeemed = try await redeem()
        if wasHeld, try await isHeld(), redeemed.isGranted {
            blame(.s3, "a ticket is redeemed while there is a hold")
        }
        if isTooMuch, redeemed.isGranted {
            blame(.s3, "a ticket is redeemed while more is to be destroyed than is usual")
        }
        return redeemed
    }

    /// In figures of its own: the program's are on trial.
    private func isTooMuch() async throws -> Bool {
        try await rows.read { rows in
            let allowed = try rows.holds().first { $0.kind == .breaker }?.allowedUntil
            if let allowed, try rows.latest() < allowed { return false }
            let load = try rows.destructionLoad()
            return load.begun >= Law.destructionsPerHour || load.due > max(5, load.kept / 10)
        }
    }

    /// By the rows themselves: the program's own word for it is on trial.
    private func isHeld() async throws -> Bool {
        try await rows.read { try $0.holds().contains { $0.liftedAt == nil } }
    }
}

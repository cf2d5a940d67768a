import Domain
import Operations

/// What payment systems and admins do.
extension Performance {
    func pay(
        _ number: Int, _ isRenewal: Bool, _ slot: Truth.Slot,
        _ group: inout DiscardingTaskGroup
    ) {
        let until = stage.clock.now() + .days(20)
        if !isRenewal { stage.truth.unpaid.insert(slot.instance) }
        underWay += 1
        group.addTask {
            for _ in 0..<3 where !self.stage.isOver {
                guard let door = self.door else {
                    await self.sleep(2)
                    continue
                }
                do {
                    try await door.plane.take(
                        isRenewal ? .renewed : .ended, id: "payment-\(number)",
                        subscription: slot.name, paidUntil: isRenewal ? until : nil,
                        fingerprint: "payment \(number)", from: nil, requestID: nil)
                    self.remember(number, isRenewal, slot)
                    break
                } catch is Refusal {
                    self.stage.truth.refusedPayments += 1
                    break
                } catch {
                    await self.sleep(3)
                }
            }
            self.underWay -= 1
        }
    }

    private func remember(_ number: Int, _ isRenewal: Bool, _ slot: Truth.Slot) {
        guard stage.truth.paid.insert(number).inserted,
            let place = stage.truth.slots.firstIndex(where: { $0.name == slot.name })
        else { return }
        stage.truth.history.append(.pay(isRenewal: isRenewal, slot: place, isRepeated: false))
    }

    /// Tries once; what is refused, or not answered, is for another time.
    func decide(_ decision: Deed.Decision) async {
        guard let door else { return }
        let context = RequestContext(actor: stage.cast.admin)
        do {
            try await decide(decision, context, door)
            stage.tell("the admin \(decision.rawValue): done")
        } catch {
            stage.tell(
                "the admin \(decision.rawValue): \((error as? Refusal)?.inShort ?? "no answer")")
        }
    }

    private func decide(
        _ decision: Deed.Decision, _ context: RequestContext, _ door: Incarnation
    ) async throws {
        let plane = door.plane
        switch decision {
        case .acceptClock:
            // An admin looks at another clock first.
            guard stage.clock.isAheadBy == .zero else { return }
            let isAhead = try await plane.clock(context.actor).isAhead
            stage.truth.mayProlong = true
            let moment = stage.clock.now()
            _ = try await plane.acceptClock(context, confirming: stage.clock.now().minute)
            if isAhead { await postpone(from: moment) }
        case .liftBreaker:
            let hold = try await plane.holds(context.actor).first { $0.kind == .breaker }
            _ = try await plane.liftBreaker(
                context, confirming: hold?.confirmation, minutes: 600)
        case .adopt, .disown:
            try await endQuarantine(decision == .adopt ? .adopt : .disown, context, door)
        case .condemn:
            let report = try await plane.orphans(context.actor)
            _ = try await plane.condemnOrphans(context, confirming: report.digest)
        case .spare:
            let report = try await plane.spareOrphans(context)
            if report.items.contains(where: { $0.orphan.state == .condemned }) {
                stage.blame(.s8, "what an admin has spared is condemned still")
            }
        case .retryNotices:
            for notice in try await plane.notices(context.actor, in: .dead, Page()) {
                _ = try await plane.retryNotice(context, notice.id)
            }
        }
    }

    /// Counts where it was decided, also if nobody has heard the answer.
    private func endQuarantine(
        _ decision: QuarantineDecision, _ context: RequestContext, _ door: Incarnation
    ) async throws {
        let restorations = stage.truth.restorations
        let seen = try await door.engine.inventory()
        let report = try await door.plane.quarantine(context.actor, beside: seen)
        let (moment, wasHeld) = (stage.clock.now(), await isQuarantined())
        let answer: Result<Void, any Error>
        do {
            _ = try await door.plane.decide(
                context, decision, confirming: report.digest, beside: seen)
            answer = .success(())
        } catch {
            answer = .failure(error)
        }
        // A copy that was put back meanwhile may know of no quarantine, nor of the decision.
        if wasHeld, await !isQuarantined(), stage.truth.restorations == restorations {
            stage.truth.protected = []
            await postpone(from: moment)
            let left = report.claims.filter { decision == .disown || $0.place == nil }
            let adopted = report.claims.filter { decision == .adopt && $0.place != nil }
            stage.truth.unknown.subtract(adopted.map { ClaimUID($0.object.uid) })
            stage.truth.disowned.formUnion(left.map { ClaimUID($0.object.uid) })
            await lookAtAdopted()
        }
        try answer.get()
    }

    private func isQuarantined() async -> Bool {
        let holds = try? await stage.rows.read { try $0.holds() }
        return (holds ?? []).contains { $0.kind == .quarantine && $0.isInForce }
    }

    /// Once an admin has decided, what was made for a service that rows have is a row's, unless it
    /// was disowned.
    private func lookAtAdopted() async {
        let known = try? await stage.rows.read { rows in
            (Set(try rows.instances(Page(limit: 200)).map(\.id)), try rows.keptClaims())
        }
        guard let (instances, claims) = known else { return }
        for (name, claim) in stage.view.claims.sorted(by: { $0.key < $1.key }) {
            guard let owner = stage.truth.owners[claim.uid], instances.contains(owner),
                !claims.contains(name), !stage.truth.disowned.contains(claim.uid),
                !stage.truth.destroyed.contains(claim.uid)
            else { continue }
            let hasRow = try? await stage.rows.read { try $0.volume(name) != nil }
            if hasRow == false {
                stage.blame(.s1, "\(name) was to be adopted, and is left to the clean-up")
            }
        }
    }

    /// From now on, there is a whole window again.
    private func postpone(from moment: Instant) async {
        let open = try? await stage.rows.read { rows in
            try rows.instances(Page(limit: 200)).flatMap { try rows.tickets(of: $0.id) }
                .filter { $0.state == .issued }.map(\.id)
        }
        for ticket in open ?? [] { stage.truth.postponedSince[ticket] = moment }
    }
}

import Domain
import Operations

extension Performance {
    func perform(_ deed: Deed, _ group: inout DiscardingTaskGroup) async {
        switch deed {
        case .subscribe, .ask, .repeatRequest, .pay, .decide: ask(deed, &group)
        case .meddle(let meddling, let slot): await meddle(meddling, slot)
        case .pass(let hours):
            stage.truth.history.append(deed)
            stage.clock.jump(by: .seconds(hours * 3600))
        case .leap(let days):
            stage.clock.leap(by: .days(days))
            stage.truth.leaps += 1
        case .kill: stop()
        case .engine(let isDown):
            stage.world.isDown = isDown
            if isDown { stage.cluster?.breakWatches() }
        case .mail(let isDown): stage.truth.isMailUp = !isDown
        case .secondProcess(let isOn): keepSecond(isOn, &group)
        case .publish(let version):
            stage.truth.history.append(deed)
            if underWay > 0 { stage.truth.hasRaced = true }
            shelf.put(CatalogOfPlay.catalog(version), at: stage.clock.now())
        case .install(let isNext):
            release = isNext ? .next : .present
            stop()
        case .backUp: await backUp()
        case .putBack: await putBack()
        }
    }

    private func ask(_ deed: Deed, _ group: inout DiscardingTaskGroup) {
        switch deed {
        case .repeatRequest(let back): send(repeated(back), &group)
        case .pay(let isRenewal, let slot, let isRepeated):
            guard let slot = self.slot(slot) else { return }
            payments += 1
            for _ in 0...(isRepeated ? 1 : 0) {
                pay(payments, isRenewal, slot, &group)
            }
        case .decide(let decision):
            underWay += 1
            group.addTask {
                await self.decide(decision)
                self.underWay -= 1
            }
        default: send(request(deed), &group)
        }
    }

    func slot(_ number: Int) -> Truth.Slot? {
        let slots = stage.truth.slots
        return slots.isEmpty ? nil : slots[number % slots.count]
    }

    private func keepSecond(_ isOn: Bool, _ group: inout DiscardingTaskGroup) {
        guard isOn != hasSecond else { return }
        hasSecond = isOn
        guard isOn else {
            if processes.count > 1 { stage.end(processes[processes.count - 1].life) }
            return
        }
        let process = start()
        group.addTask {
            await process.live()
            self.forget(process)
            self.hasSecond = false
        }
    }

    private func backUp() async {
        backups += 1
        stage.truth.backedUpAfter = stage.acts.count
        do {
            try stage.database.begin("backup\(backups)")
        } catch {
            stage.blame(.standstill, "the database cannot be backed up: \(error)")
        }
    }

    /// Whoever holds the database ends first, as the manual says.
    private func putBack() async {
        guard backups > 0 else { return }
        stop()
        do {
            let before = try await stage.rows.read { try AttachedClaims($0) }
            stage.truth.restorations += 1
            try stage.database.putBack("backup\(backups)")
            let after = try await stage.rows.read { try AttachedClaims($0) }
            let isTold = (stage.view.epoch ?? 0) > after.witnessed
            stage.truth.forgetWhatWasAcknowledged()
            stage.promises = Promises()
            let lost = before.claims.filter { !after.claims.values.contains($0.value) }.keys
            stage.truth.protected = Set(lost.filter { isTold || stage.mustHaveTold(of: $0) })
            let holders = stage.truth.holders
            stage.truth.unknown = try await stage.rows.read { rows in
                Set(try holders.filter { try rows.volume($0.key)?.uid != $0.value }.values)
            }
        } catch {
            stage.blame(.standstill, "the database cannot be put back: \(error)")
        }
    }
}

extension Truth {
    mutating func forgetWhatWasAcknowledged() {
        attached = [:]
        for number in requests.keys { requests[number]?.isForgotten = true }
    }
}

import Domain

/// The last act: nothing goes wrong any more, and all must become as it was wished.
extension Performance {
    func end(_ group: inout DiscardingTaskGroup) async {
        stage.tell("— from here on nothing goes wrong")
        stage.faults = []
        if release != nil { await perform(.install(isNext: true), &group) }
        await perform(.secondProcess(isOn: false), &group)
        stage.world.isDown = false
        stage.truth.isMailUp = true
        stage.truth.meddlings += 1
        retreat()
        for _ in 0..<100 where underWay + stage.slowCalls > 0 { await sleep(10) }
        if underWay > 0 { stage.blame(.l3, "\(underWay) requests have no answer") }
        stage.clock.leap(by: .zero - stage.clock.isAheadBy)
        await sleep(200)
        await decide(.acceptClock)
        await decide(.adopt)
        await decide(.liftBreaker)
        await decide(.retryNotices)
        for _ in 0..<3 {
            await sleep(150)
            stage.letApplicationsWrite()
        }
        await sleep(60)
        if waits { await decide(.condemn) }
        await provoke()
        stage.letApplicationsWrite()
        await stage.look()
        await stage.lookAtEnd()
        await rest()
    }

    /// Lets every window and every grace come to its end.
    func waitForAll() async {
        stage.tell("— and time goes by")
        for round in 0..<7 {
            // Whoever is warned late has time all the same.
            stage.truth.isMailUp = isLong || round > 3 || script.seed.isMultiple(of: 2)
            stage.clock.jump(by: .seconds(42 * 3600))
            await sleep(200)
            await decide(.retryNotices)
            await decide(.liftBreaker)
            if !isLong { await decide(round == 1 ? .spare : .condemn) }
            await sleep(400)
            await haste(round)
            await stage.look()
        }
        await stage.lookAtEnd()
        if !stage.truth.isMeddledWith { await stage.lookAtTickets() }
        await stage.lookAfterAll()
        await stage.sumUp()
    }

    /// Soon after somebody was told late: nothing may be in a hurry.
    private func haste(_ round: Int) async {
        guard !isLong, round == 4 || round == 5 else { return }
        stage.clock.jump(by: .seconds(2 * 3600))
        await sleep(400)
    }

    /// Whether it starts a service whose port a container has that nobody knows any more.
    private func isHopeless(_ act: Act) -> Bool {
        guard case .start(_, let workload) = act else { return false }
        return stage.isPortLost(of: workload.instanceID, workload.hostPort)
    }

    /// Once all is as it should be, nothing is done any more.
    private func rest() async {
        let (before, writes) = (stage.acts.count, stage.cluster?.writes)
        await sleep(400)
        let acts = stage.acts[before...]
        let more = acts.filter { !isHopeless($0) }.map(\.title).joined(separator: ", ")
        if !more.isEmpty {
            stage.blame(.l1, "it does not come to rest: \(more)")
        } else if acts.isEmpty, stage.cluster?.writes != writes {
            stage.blame(.l1, "nothing is to be done, and it writes")
        }
    }
}

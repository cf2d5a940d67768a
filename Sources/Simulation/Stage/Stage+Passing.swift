import Domain

extension Stage {
    /// A call from the program to the world: here it may wait for others, go wrong, or be the last
    /// thing that its process does.
    func pass<Answer, Failure: Error>(
        _ port: Port, of life: Life, _ words: @autoclosure () -> String,
        else failure: (Trouble) -> Failure, _ apply: () async throws(Failure) -> Answer
    ) async throws(Failure) -> Answer {
        try await pass(port, of: life, words(), else: failure) { _ throws(Failure) in
            try await apply()
        }
    }

    /// - Parameter apply: Hears of what makes it go otherwise than it was meant.
    func pass<Answer, Failure: Error>(
        _ port: Port, of life: Life, _ words: @autoclosure () -> String,
        else failure: (Trouble) -> Failure,
        _ apply: (Fault.Kind?) async throws(Failure) -> Answer
    ) async throws(Failure) -> Answer {
        await executor.giveWay()
        guard life.isAlive else { throw failure(.dead) }
        let fault = meet(port, of: life)
        if let fault { tell("process \(life.number): \(words()) – \(fault)") }
        switch fault?.kind {
        case nil, .usurped, .late: break
        case .slow(let seconds):
            slowCalls += 1
            try? await clock.sleep(for: .seconds(seconds))
            slowCalls -= 1
            guard life.isAlive else { throw failure(.dead) }
        case .crash(.unsent):
            end(life)
            throw failure(.dead)
        case .crash(.unanswered):
            _ = try? await apply(nil)
            end(life)
            throw failure(.dead)
        case .crash(.unrecorded):
            defer { end(life) }
            return try await apply(nil)
        case .some(let kind):
            if kind.isTaken { _ = try? await apply(nil) }
            throw failure(.fault(kind))
        }
        return try await answer(life, after: fault?.kind, else: failure) { () throws(Failure) in
            try await apply(fault?.kind)
        }
    }

    private func answer<Answer, Failure: Error>(
        _ life: Life, after fault: Fault.Kind?, else failure: (Trouble) -> Failure,
        _ apply: () async throws(Failure) -> Answer
    ) async throws(Failure) -> Answer {
        let answer = try await apply()
        if case .late(let seconds) = fault { try? await clock.sleep(for: .seconds(seconds)) }
        if dice.chance(30) { await executor.giveWay() }
        guard life.isAlive else { throw failure(.dead) }
        return answer
    }

    func end(_ life: Life) {
        life.end()
        cluster?.breakWatches(of: life)
        listeners.removeAll { $0.life === life }
    }

    /// Counts a call, and says what goes wrong with it.
    private func meet(_ port: Port, of life: Life) -> Fault? {
        let number = calls
        calls += 1
        trace.mix(port.rawValue)
        trace.mix(
            UInt64(life.number) << 8
                | UInt64(truncatingIfNeeded: clock.elapsed.milliseconds) << 16)
        guard let place = faults.firstIndex(where: { $0.after <= number && $0.hits(port) })
        else { return nil }
        faultsMet += 1
        trace.mix("\(faults[place].kind)")
        return faults.remove(at: place)
    }
}

extension Fault.Kind {
    /// Whether the call was carried out all the same.
    fileprivate var isTaken: Bool {
        switch self {
        case .unreachable(let isTaken), .dropped(let isTaken), .mailLater(let isTaken): isTaken
        case .commitLost: true
        default: false
        }
    }
}

import Domain

extension House {
    /// Waits until everything runs, then watches for so many seconds.
    func watch(_ count: Int, _ seconds: Int) async throws -> IdleFigures {
        while try await running() < count { try await clock.sleep(for: .seconds(1)) }
        try await quiet()
        // From the end of one look to the end of another, so that each look counts with its pause.
        _ = try await nextFullLook(of: count)
        let before = ProcessFigures.now()
        let start = ContinuousClock.now
        var looks: [Double] = []
        while ContinuousClock.now - start < .seconds(seconds) {
            looks.append(try await nextFullLook(of: count))
        }
        let after = ProcessFigures.now()
        let span = (ContinuousClock.now - start) / .seconds(1)
        return IdleFigures(
            instances: count, seconds: span, looks: looks,
            cpuPercent: 100 * (after.cpuSeconds - before.cpuSeconds) / span,
            rssMegabytes: after.rssMegabytes, bytesWritten: after.written - before.written)
    }

    /// Returns between two full looks.
    private func quiet() async throws {
        repeat {
            engine.forgetLooks()
            try await clock.sleep(for: .seconds(3))
        } while engine.looks.count > 0
    }

    private func running() async throws -> Int {
        try await store.read { rows in
            try rows.instanceIDs().count { try rows.status(of: $0)?.phase == .running }
        }
    }

    /// In milliseconds: from the first look at a service to the last.
    private func nextFullLook(of count: Int) async throws -> Double {
        engine.forgetLooks()
        while engine.looks.count < count { try await clock.sleep(for: .milliseconds(250)) }
        let looks = engine.looks
        return (looks.last - looks.first) / .milliseconds(1)
    }
}

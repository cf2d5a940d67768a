import Glibc

/// Ends processes by SIGKILL, as they stand.
struct Killer: Sendable {
    let house: House
    let daemon: MortalDaemon
    let chronicle: Chronicle

    /// - Parameter isVictim: Whether a volume is one of the service's whose container is meant.
    func strike(
        _ blow: Blow, where isVictim: @Sendable (_ volume: String) -> Bool
    ) async throws {
        try await Task.sleep(for: .milliseconds(blow.after))
        let absence = Duration.milliseconds(blow.absence)
        switch blow.target {
        case .holdfast:
            await house.kill()
            chronicle.strike(blow.target, "holdfast")
            try await Task.sleep(for: absence)
            try await house.comeBack(isHasty: blow.isHasty)
            chronicle.note("holdfast is back")
        case .container: try await strikeContainer(within: absence, where: isVictim)
        case .daemon: try await strike([.dockerd], blow, for: absence)
        case .daemonAndContainerd: try await strike([.dockerd, .containerd], blow, for: absence)
        }
    }

    private func strike(
        _ parts: [MortalDaemon.Part], _ blow: Blow, for absence: Duration
    ) async throws {
        chronicle.strike(blow.target, blow.target.rawValue)
        try await daemon.kill(parts, for: absence)
        chronicle.note("\(blow.target.rawValue) may come back")
    }

    /// Where no process runs as yet, the first that begins within the time is killed.
    private func strikeContainer(
        within limit: Duration, where isVictim: (String) -> Bool
    ) async throws {
        let end = ContinuousClock.now + limit
        repeat {
            let victims = VolumeWatch(daemon: daemon).users().filter {
                $0.volumes.contains(where: isVictim)
            }
            for victim in victims { kill(victim.process, SIGKILL) }
            if let run = victims.first?.run {
                return chronicle.strike(.container, "container \(run)")
            }
            try await Task.sleep(for: .milliseconds(10))
        } while ContinuousClock.now < end
        chronicle.note("no container ran that could have been killed")
    }
}

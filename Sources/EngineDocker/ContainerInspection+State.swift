package import DockerAPI
package import Domain

extension ContainerInspection {
    /// The state as planning knows it; `health` is asked for where the process runs.
    package func state(_ health: Observed.Workload.Health) -> Observed.Workload.State {
        switch state.status {
        case "running": .running(run, health)
        // Nothing in it moves until somebody resumes it; that it is paused counts as drift.
        case "paused": .running(run, .failing("it is paused"))
        case "created", "configured", "initialized": .created
        case "restarting": .changing("restarting, after it \(ending)")
        case "removing": .changing("being removed")
        case "stopping": .changing("stopping")
        default: .stopped(ending)
        }
    }

    /// Of one start: the container's id, and when it was started.
    package var run: RunID { RunID("\(id.prefix(12))@\(state.startedAt ?? "")") }

    var isRunning: Bool { state.status == "running" }

    /// An engine writes the first year for a time that never was.
    package var wasNeverStarted: Bool {
        let startedAt = state.startedAt ?? ""
        return startedAt.isEmpty || startedAt.hasPrefix("0001-")
    }

    private var ending: String {
        let code = state.exitCode ?? 0
        let cause: String? =
            switch (state.isOutOfMemory, code) {
            case (true?, _): "out of memory"
            case (_, 137): "killed"
            case (_, 143): "terminated"
            default: state.error.flatMap { $0.isEmpty ? nil : $0 }
            }
        return "exited with \(code)" + (cause.map { " (\($0))" } ?? "")
    }
}

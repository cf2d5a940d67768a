extension Phase {
    /// The phase and, where it is not plain, the reason.
    package static func derive(
        desired: Desired, observed: Observed, steps: [Step]
    ) -> (phase: Phase, message: String?) {
        if case .callForHelp(let trouble) = steps.first {
            switch trouble {
            case .volumeLost: return (.lost, trouble.message)
            case .volumeInUse, .claimTaken: return (.blocked, trouble.message)
            }
        }
        let isLost = desired.claims.contains { $0.status == .lost }
        if isLost { return (.lost, "A volume of this service is missing.") }
        switch desired.wish {
        case .running: return running(observed)
        case .stopped: return observed.runs.isEmpty ? (.stopped, nil) : (.stopping, nil)
        case .erased: return observed.workloads.isEmpty ? (.erased, nil) : (.stopping, nil)
        }
    }

    private static func running(_ observed: Observed) -> (Phase, String?) {
        switch observed.workloads.first?.state {
        case nil: (.pending, nil)
        case .created: (.starting, nil)
        case .running(_, .ready): (.running, nil)
        case .running(_, .starting): (.starting, nil)
        case .running(_, .failing(let why)): (.unhealthy, why)
        case .stopped(let why): (.starting, why)
        case .changing(let what): (.starting, what)
        }
    }
}

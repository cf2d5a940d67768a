extension Phase {
    /// The phase and, where it is not plain, the reason.
    package static func derive(
        desired: Desired, observed: Observed, steps: [Step]
    ) -> (phase: Phase, message: String?) {
        var remarks = desired.claims.compactMap(\.fullness)
        if case .callForHelp(let trouble) = steps.first {
            switch trouble {
            case .volumeLost: return (.lost, trouble.message)
            case .volumeInUse, .claimTaken: return (.blocked, trouble.message)
            case .growthRefused: remarks.append(trouble.message)
            }
        }
        let isLost = desired.claims.contains { $0.status == .lost }
        if isLost { return (.lost, "A volume of this service is missing.") }
        switch desired.wish {
        case .running: return running(observed, remarks)
        case .stopped: return observed.runs.isEmpty ? (.stopped, nil) : (.stopping, nil)
        case .erased: return observed.workloads.isEmpty ? (.erased, nil) : (.stopping, nil)
        }
    }

    /// What is amiss with a volume changes no phase: it is told beside all else there is to tell.
    private static func running(
        _ observed: Observed, _ remarks: [String]
    ) -> (Phase, String?) {
        let (phase, why) = running(observed)
        guard !remarks.isEmpty else { return (phase, why) }
        let reason = why.map { $0.last == "." ? $0 : "\($0)." }
        return (phase, ([reason].compactMap(\.self) + remarks).joined(separator: " "))
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

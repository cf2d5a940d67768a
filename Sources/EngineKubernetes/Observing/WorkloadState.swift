package import Domain
package import KubernetesAPI

/// What a StatefulSet of one and its pod come to, as planning knows it.
package struct WorkloadState {
    package var set: StatefulSet
    /// `nil` where there is none.
    package var pod: Pod?
    /// What controllers have said about the set and its pod that is no good news, latest last.
    package var warnings: [String]

    package init(_ set: StatefulSet, pod: Pod?, warnings: [String] = []) {
        self.set = set
        self.pod = pod
        self.warnings = warnings
    }

    /// - Parameters:
    ///   - startPeriod: How long after a start a service may not answer yet.
    package func state(
        startPeriod: Duration, now: Instant
    ) -> Observed.Workload.State {
        if set.metadata.isTerminating { return .changing("being removed") }
        guard let pod else { return withoutPod }
        if pod.metadata.isTerminating { return .changing("stopping") }
        if set.replicas == 0 { return .changing("stopping") }
        return Self.state(of: pod, warnings, startPeriod, now)
    }

    private var withoutPod: Observed.Workload.State {
        if set.replicas == 0 {
            // The first change of a spec is the first start.
            return set.metadata.generation == 1 ? .created : .stopped("stopped")
        }
        return .changing(warnings.last ?? "waiting for a pod")
    }

    private static func state(
        of pod: Pod, _ warnings: [String], _ startPeriod: Duration, _ now: Instant
    ) -> Observed.Workload.State {
        if pod.hasEnded { return .changing("the pod has ended: \(pod.ending)") }
        let main = pod.service
        guard let running = main?.state?.running else {
            return .changing(pod.trouble ?? warnings.last ?? "starting")
        }
        if main?.ready == true { return .running(pod.run, .ready) }
        let trouble = warnings.last ?? "it is not ready"
        guard let startedAt = Instant(rfc3339: running.startedAt ?? "") else {
            return .running(pod.run, .failing(trouble))
        }
        return .running(
            pod.run, now < startedAt + startPeriod ? .starting : .failing(trouble))
    }
}

extension Pod {
    /// The service's own container, once the node has said something about it.
    package var service: ContainerStatus? {
        status?.containerStatuses?.first { $0.name == PodSpec.container }
    }

    /// Of one start of the service: a container that crashes is started again in the same pod.
    package var run: RunID {
        RunID("\(metadata.uid)#\(service?.restartCount ?? 0)")
    }

    /// Why it does not run yet, in the cluster's own words.
    var trouble: String? {
        let scheduled = status?.conditions?.first { $0.type == "PodScheduled" }
        if let scheduled, scheduled.status == "False" {
            return scheduled.message ?? scheduled.reason
        }
        let waiting = ((status?.initContainerStatuses ?? []) + (status?.containerStatuses ?? []))
            .lazy.compactMap { $0.words }.first
        return waiting
    }

    var ending: String {
        service?.state?.terminated?.words ?? status?.message ?? status?.reason ?? "no reason given"
    }
}

extension Pod.ContainerStatus {
    /// `nil` where it goes on well, or has ended well.
    fileprivate var words: String? {
        if let terminated = state?.terminated, terminated.exitCode != 0 {
            return "\(name): \(terminated.words)"
        }
        guard let waiting = state?.waiting, let reason = waiting.reason,
            !["ContainerCreating", "PodInitializing"].contains(reason)
        else { return nil }
        let before = lastState?.terminated.map { ", after it \($0.words)" } ?? ""
        return reason + before + (waiting.message.map { ": \($0)" } ?? "")
    }
}

extension Pod.ContainerState.Terminated {
    fileprivate var words: String {
        let cause = (reason ?? "") == "Error" ? nil : reason
        return "exited with \(exitCode ?? 0)" + (cause.map { " (\($0))" } ?? "")
    }
}

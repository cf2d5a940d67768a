package import DockerAPI
package import Domain

/// The engine that the server uses, or would use.
package struct EngineFacts: Equatable, Sendable {
    /// Its `DOCKER_HOST`.
    package var host: String
    /// Why it does not answer, if it does not.
    package var silence: String?
    /// Other places on this machine where an engine does answer.
    package var others: [String] = []
    package var version: EngineVersion?
    package var report: EngineReport?
    package var sizes: EngineAbilities.Sizes?

    package init(host: String) { self.host = host }

    /// Whether it runs on this machine.
    package var isLocal: Bool { host.hasPrefix("unix:") }

    /// Podman tells itself apart in its components, and counts its versions otherwise.
    var isPodman: Bool {
        (version?.components ?? []).contains { $0.name.hasPrefix("Podman") }
    }

    var findings: [Diagnosis] {
        guard let version else { return [unreachable] }
        return [versionFinding(version)]
            + [driver, live, rootless, limits, sizesFinding]
            .compactMap(\.self)
    }

    private var unreachable: Diagnosis {
        let why = silence.map { ": \($0)" } ?? "."
        let advice =
            others.first.map { "One answers at \($0): set DOCKER_HOST=\($0)" }
                ?? """
                Start it (systemctl start docker, or podman.socket), or name another in \
                DOCKER_HOST. Who runs Holdfast must be allowed to use it: group docker. Services \
                run on meanwhile.
                """
        return .problem(.engine, .unavailable, "No engine answers at \(host)\(why)", advice)
    }

    private func versionFinding(_ version: EngineVersion) -> Diagnosis {
        let product = isPodman ? "Podman" : "Docker"
        let least = isPodman ? [4, 3] : [20, 10]
        let name = "\(product) \(version.version)"
        let numbers = version.version.split { !$0.isNumber }.prefix(2).compactMap { Int($0) }
        guard numbers.count == 2 else {
            return .note(
                .engine, "\(name) answers at \(host); its version cannot be read.",
                "Holdfast needs Docker 20.10, Podman 4.3, or what is as good.")
        }
        guard !numbers.lexicographicallyPrecedes(least) else {
            return .problem(
                .engine, .configuration, "\(name) at \(host) is too old.",
                "Upgrade it to \(product) \(least[0]).\(least[1]) or newer.")
        }
        let api = version.apiVersion.map { ", API \($0)" } ?? ""
        return .ok(.engine, "\(name)\(api), answers at \(host).")
    }

    private var driver: Diagnosis? {
        guard let driver = report?.driver else { return nil }
        guard driver == "vfs" else {
            let place = report?.root.map { " in \($0)" } ?? ""
            return .ok(.engine, "Images are kept by \(driver)\(place).")
        }
        return .note(
            .engine, "Images are kept by vfs, which copies an image whole for each container.",
            "Use overlay2 where the disk can (storage-driver in the engine's configuration).")
    }

    /// Podman's containers need no daemon, so there is none to outlive.
    private var live: Diagnosis? {
        guard !isPodman, let isOn = report?.keepsContainersLive else { return nil }
        if isOn { return .ok(.engine, "Services go on while the Docker daemon is restarted.") }
        return .note(
            .engine, "A restart of the Docker daemon stops every service for a moment.",
            """
            Put "live-restore": true into /etc/docker/daemon.json, then: systemctl reload docker
            """)
    }

    private var rootless: Diagnosis? {
        guard (report?.securityOptions ?? []).contains(where: { $0.contains("rootless") }) else {
            return nil
        }
        return .note(
            .engine, "It runs without root.",
            "Ports below 1024 are beyond it, and it ends with its user's session unless that "
                + "lingers: loginctl enable-linger")
    }

    private var limits: Diagnosis? {
        guard let report else { return nil }
        let all = [
            ("memory", report.limitsMemory), ("processor time", report.limitsCPU),
            ("the number of processes", report.limitsProcesses),
        ]
        let missing = all.filter { $0.1 == false }.map(\.0)
        guard !missing.isEmpty else {
            return .ok(.engine, "It can limit what a service takes of the machine.")
        }
        return .note(
            .engine, "It cannot limit \(missing.joined(separator: ", ")).",
            "One service may starve the others. Use cgroup v2, and delegate these controllers to "
                + "the engine.")
    }

    private var sizesFinding: Diagnosis? {
        switch sizes {
        case nil: nil
        case .enforced(let by): .ok(.engine, "Sizes of volumes are enforced, by \(by).")
        case .advisory:
            .note(
                .engine, "Sizes of volumes are advisory: measured, shown, and not enforced.",
                "Watch the disk, and holdfast list for volumes that are over their size.")
        }
    }
}

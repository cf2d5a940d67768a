package import DockerAPI

extension ContainerInspection {
    /// In what this container differs from `made`, as which it was created under `name`; each
    /// in words, and none with a value of its environment.
    package func drift(from made: ContainerBody, named name: String) -> [String] {
        let labelled = config.image ?? ""
        return [
            self.name == "/" + name || self.name == name
                ? nil : "it was renamed to \(self.name.drop { $0 == "/" })",
            state.status == "paused" ? "it is paused" : nil,
            // Podman writes the registry before a name that had none.
            labelled == made.image || labelled.hasSuffix("/" + made.image)
                ? nil : "its image is \(labelled), not \(made.image)",
            made.user.map { $0 == config.user } ?? true ? nil : "its user differs",
            made.command.map { $0 == config.command } ?? true ? nil : "its command differs",
            host.isPrivileged == true ? "it is privileged" : nil,
        ].compactMap(\.self) + environmentDrift(from: made) + limitDrift(from: made.host)
            + mountDrift(from: made.host) + networkDrift(from: made)
    }

    private func environmentDrift(from made: ContainerBody) -> [String] {
        let present = Set(config.environment ?? [])
        return made.environment.filter { !present.contains($0) }
            .map { "its variable \($0.prefix { $0 != "=" }) differs" }
    }

    /// A limit that reads as none is one that this engine cannot enforce: an edit cannot take
    /// it away, and making the container anew would not bring it back.
    private func limitDrift(from made: HostConfig) -> [String] {
        func differs(_ seen: Int64?, _ wanted: Int64?) -> Bool {
            guard let seen, seen > 0 else { return false }
            return seen != wanted
        }
        return [
            differs(host.nanoCPUs, made.nanoCPUs) ? "its CPU limit was changed" : nil,
            differs(host.memory, made.memory) ? "its memory limit was changed" : nil,
            differs(host.memorySwap, made.memorySwap) ? "its swap limit was changed" : nil,
            host.pidsLimit.map { $0 != made.pidsLimit } ?? false
                ? "its limit of processes was changed" : nil,
            host.restartPolicy == made.restartPolicy ? nil : "its restart policy was changed",
        ].compactMap(\.self)
    }

    private func mountDrift(from made: HostConfig) -> [String] {
        (made.mounts ?? []).filter { wanted in
            !(mounts ?? []).contains { seen in
                seen.name == wanted.source && seen.destination == wanted.target
                    && seen.isWritable != false
            }
        }
        .map { "volume \($0.source ?? "") is not mounted at \($0.target)" }
    }

    private func networkDrift(from made: ContainerBody) -> [String] {
        let joined = Set((networkSettings?.networks ?? [:]).keys)
        let wanted = Set((made.networking?.endpoints ?? [:]).keys)
        return wanted.subtracting(joined).sorted().map { "it was taken off network \($0)" }
            + joined.subtracting(wanted).sorted().map { "it was put on network \($0)" }
            + (publishes(made.host.portBindings ?? [:]) ? [] : ["its published port was changed"])
    }

    private func publishes(_ wanted: [String: [PortBinding]]) -> Bool {
        wanted.allSatisfy { port, bindings in
            let seen = host.portBindings?[port] ?? []
            return seen.map(\.plain) == bindings.map(\.plain)
        }
    }
}

extension PortBinding {
    /// An empty address and the unspecified one are the same.
    fileprivate var plain: [String] {
        [address == "0.0.0.0" ? "" : address ?? "", port ?? ""]
    }
}

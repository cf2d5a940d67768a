import DockerAPI
import Domain

extension DockerEngine {
    func start(_ id: String, _ workload: Workload) async throws(EngineFailure) {
        guard let seen = try await container(id) else {
            throw .stale("The container of \(workload.name) is gone.")
        }
        switch seen.state.status {
        case "running", "restarting", "paused": return
        case "removing", "dead":
            throw .stale("The container of \(workload.name) is \(seen.state.status).")
        default: break
        }
        try await ensureNetwork()
        try await refuseSecondWriter(beside: seen.id, workload)
        try await openBackings(of: workload)
        if seen.wasNeverStarted { try await giveRootsTheirOwners(in: seen.id, workload) }
        do {
            try await client.startContainer(seen.id)
        } catch {
            throw EngineFailure(starting: error, seen.id, port: workload.hostPort)
        }
    }

    /// The plan has looked, but time has passed: two writers must never meet on one volume.
    private func refuseSecondWriter(
        beside id: String, _ workload: Workload
    ) async throws(EngineFailure) {
        let writer = try await users(of: workload.mounts.map(\.claim))
            .first { $0.id != id && $0.mayWrite }
        if let writer {
            throw .stale("The volume of \(workload.name) is in use by \(writer.title).")
        }
        // Of the container itself, the engine refuses to start a second process.
        let forgotten = forgotten.containers(
            with: workload.mounts, at: folders(of: workload.mounts.map(\.claim)))
        if let other = forgotten.first(where: { $0 != id }) { throw .forgotten(runOf: other) }
    }

    /// Done before the first start only: later on, the service may have its own mind about it.
    private func giveRootsTheirOwners(
        in id: String, _ workload: Workload
    ) async throws(EngineFailure) {
        for mount in workload.mounts {
            guard let owner = mount.owner else { continue }
            if let volume = try await volume(mount.claim), let backing = try backing(of: volume) {
                try backing.giveRoot(of: mount.claim, to: owner)
            } else {
                try await giveRoot(of: mount.path, to: owner, in: id)
            }
        }
    }

    /// Docker reaches a volume's root from the folder above it only, Podman only from within;
    /// each ignores the other's way. Whether it took cannot be read back: Podman tells every
    /// file to be the container's user's.
    private func giveRoot(
        of path: String, to owner: FileOwner, in id: String
    ) async throws(EngineFailure) {
        guard max(owner.user, owner.group) <= FolderTar.largestOwner else {
            throw .impossible("\(owner) cannot own \(path): the largest number is 2097151.")
        }
        let present = FolderTar(
            try await ask { () throws(DockerError) in
                try await client.archiveHead(FolderTar.blockSize, of: path, in: id)
            })
        let place = FolderPath(path)
        for (folder, name) in [(place.parent, place.name), (path, ".")] {
            // Nothing but the owner changes: the volume may hold data already.
            let tar = FolderTar(
                name: name, owner: owner, mode: present?.mode ?? 0o755,
                modified: present?.modified ?? Int(clock.now().milliseconds / 1000))
            try await ask { () throws(DockerError) in
                try await client.putArchive(tar.bytes, into: folder, of: id)
            }
        }
    }
}

import DockerAPI
import Domain

extension DockerEngine {
    func create(_ claim: Desired.Claim) async throws(EngineFailure) {
        if let present = try await volume(claim.name) {
            try check(present, isFor: claim)
            return
        }
        if claim.uid != nil {
            throw .stale("Volume \(claim.name) held data once, so it is never made anew.")
        }
        let uid = ClaimUID.make(from: randomness)
        try await backing?.make(claim.name, size: claim.size, uid: uid)
        let body = VolumeBody(claim, install: settings.install, uid: uid, on: backing)
        // Where somebody was faster, the engine answers with theirs.
        try check(
            try await ask { () throws(DockerError) in try await client.createVolume(body) },
            isFor: claim)
    }

    func create(_ workload: Workload) async throws(EngineFailure) {
        try await ensureNetwork()
        // An engine silently makes an empty volume of any name that a new container mounts.
        let before = try await claims(of: workload)
        let id = try await createContainer(for: workload)
        guard try await stillThere(before) else {
            _ = try await find { () throws(DockerError) in
                try await client.removeContainer(id)
            }
            throw .stale("A volume of \(workload.name) went away while its container was made.")
        }
    }

    private func check(
        _ volume: VolumeInspection, isFor claim: Desired.Claim
    ) throws(EngineFailure) {
        let seen = Observed.Claim(volume, install: settings.install)
        if seen.volumeID != claim.volumeID {
            throw .stale("A volume named \(claim.name) exists, and was not made for this service.")
        }
    }

    private func claims(
        of workload: Workload
    ) async throws(EngineFailure) -> [ClaimName: ClaimUID] {
        var claims: [ClaimName: ClaimUID] = [:]
        for mount in workload.mounts {
            guard let volume = try await volume(mount.claim), isOwn(volume.labels) else {
                throw .stale("Volume \(mount.claim) does not exist, or is not Holdfast's.")
            }
            claims[mount.claim] = Observed.Claim(volume, install: settings.install).uid
        }
        return claims
    }

    private func stillThere(
        _ claims: [ClaimName: ClaimUID]
    ) async throws(EngineFailure) -> Bool {
        for (name, uid) in claims {
            let seen = try await volume(name).map {
                Observed.Claim($0, install: settings.install)
            }
            if seen?.uid != uid { return false }
        }
        return true
    }

    private func createContainer(for workload: Workload) async throws(EngineFailure) -> String {
        let name = settings.containerName(for: workload.name)
        let info = try await ask { () throws(DockerError) in try await client.info() }
        let body = ContainerBody(
            workload, settings, usesInit: !(info.initBinary ?? "").isEmpty,
            address: try await fixedAddress(for: workload))
        do {
            return try await client.createContainer(name, body)
        } catch {
            // Docker answers 409 where the name is taken, Podman 500: so look.
            guard case .refused(let status, _) = error, [409, 500].contains(status),
                let present = try await container(name)
            else { throw EngineFailure(error) }
            return try adopt(present, workload, name)
        }
    }

    /// A container of the same name is ours from an earlier try, or in the way.
    private func adopt(
        _ present: ContainerInspection, _ workload: Workload, _ name: String
    ) throws(EngineFailure) -> String {
        let labels = present.config.labels ?? [:]
        guard isOwn(labels), labels[Label.instance] == workload.instanceID.rawValue,
            labels[Label.revision] == workload.revision
        else { throw .stale("Another container bears the name \(name). Rename or remove it.") }
        return present.id
    }
}

import DockerAPI
import Domain

extension DockerEngine {
    /// Sees to it that sizes can be enforced, where they are to be.
    /// - Throws: `BackingRefusal`.
    package func prepareBacking() async throws {
        guard let backing else { return }
        guard case .socket = settings.endpoint.address else {
            throw BackingRefusal(
                "Sizes can be enforced only where Holdfast and the engine share a machine, but "
                    + "the engine is reached at \(settings.endpoint). Use its socket, or no "
                    + "--volume-backing.")
        }
        try await backing.prepare()
    }

    /// A claim as it is there; `nil` where it is not, or where its bytes are not.
    func claim(_ name: ClaimName) async throws(EngineFailure) -> Observed.Claim? {
        guard let volume = try await volume(name) else { return nil }
        var claim = Observed.Claim(volume, install: settings.install)
        guard let backing = try backing(of: volume) else { return claim }
        guard backing.folder.uid(of: name) == claim.uid else { return nil }
        claim.enforcedSize = try await backing.measure(name)?.enforcedSize
        return claim
    }

    /// The same of one that is on its way out: it is there until all of it is gone.
    func retiredClaim(_ name: ClaimName) async throws(EngineFailure) -> Observed.Claim? {
        if let whole = try await claim(name) { return whole }
        if let volume = try await volume(name) {
            return Observed.Claim(volume, install: settings.install)
        }
        return backing?.folder.uid(of: name).map { Observed.Claim(uid: $0, volumeID: nil) }
    }

    /// What a volume stands on; `nil` where it is the engine's own folder.
    func backing(
        of volume: VolumeInspection
    ) throws(EngineFailure) -> (any VolumeBacking)? {
        guard isOwn(volume.labels), let title = volume.labels?[Label.backing] else { return nil }
        guard let backing, backing.title == title else {
            throw .impossible(
                "Volume \(volume.name) stands on \(title), which this Holdfast was not started "
                    + "with. Start it with --volume-backing \(title) and the same --volumes.")
        }
        return backing
    }

    /// Makes ready what the workload's claims stand on, as after a start of the machine.
    func openBackings(of workload: Workload) async throws(EngineFailure) {
        for mount in workload.mounts {
            guard let volume = try await volume(mount.claim) else { continue }
            try await backing(of: volume)?.open(mount.claim)
        }
    }

    /// Where the bytes are, of those claims that do not stand in the engine's own folder.
    func folders(of claims: [ClaimName]) -> [ClaimName: String] {
        guard let backing else { return [:] }
        let own = claims.filter { backing.folder.uid(of: $0) != nil }
        return Dictionary(uniqueKeysWithValues: own.map { ($0, backing.path(of: $0)) })
    }
}

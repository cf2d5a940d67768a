package import Domain
import Glibc

/// Places as btrfs subvolumes, each with a limit of its quota group.
///
/// https://btrfs.readthedocs.io/en/latest/btrfs-qgroup.html
package struct BtrfsBacking: VolumeBacking {
    package let title = "btrfs"
    package let folder: BackingFolder
    private let btrfs = Tool("btrfs")
    private let stat = Tool("stat")

    package init(folder: String) { self.folder = BackingFolder(folder) }

    package func path(of claim: ClaimName) -> String { "\(folder.place(of: claim))/data" }

    package func prepare() async throws {
        try Preparation.check(title, folder, tools: [btrfs, stat])
        let kind = try? await stat.run("--file-system", "--format=%T", folder.path)
        guard kind == "btrfs" else {
            throw BackingRefusal(
                "\(folder.path) is not on btrfs, so sizes cannot be enforced there. Choose a "
                    + "folder on btrfs with --volumes, or another --volume-backing.")
        }
        do {
            try await btrfs.run("quota", "enable", folder.path)
        } catch {
            throw BackingRefusal("Quotas cannot be enabled on \(folder.path): \(error.message)")
        }
    }

    package func make(
        _ claim: ClaimName, size: Bytes, uid: ClaimUID
    ) async throws(EngineFailure) {
        let path = path(of: claim)
        try BackingFolder.refuseFiles(in: path, of: claim)
        try folder.makePlace(of: claim)
        if !BackingFolder.exists(path) { try await btrfs.run("subvolume", "create", path) }
        try await limit(claim, to: size)
        try folder.identify(claim, as: uid)
    }

    /// A subvolume is there whenever its file system is.
    package func open(_ claim: ClaimName) async throws(EngineFailure) {
        guard BackingFolder.exists(path(of: claim)) else {
            throw .failed("\(path(of: claim)) is missing. Is \(folder.path) mounted?")
        }
    }

    /// Quota groups are counted when the file system commits, every half a minute by itself.
    package func settle() async throws(EngineFailure) {
        try await btrfs.run("filesystem", "sync", folder.path)
    }

    package func measure(_ claim: ClaimName) async throws(EngineFailure) -> ClaimUsage? {
        let path = path(of: claim)
        guard BackingFolder.exists(path) else { return nil }
        return QuotaGroup(
            table: try await btrfs.run("qgroup", "show", "-re", "--raw", "-f", path)
        )
        .map { group in
            ClaimUsage(used: group.referenced, enforcedSize: group.limit)
        }
    }

    package func grow(_ claim: ClaimName, to size: Bytes) async throws(EngineFailure) {
        guard let known = try await measure(claim)?.enforcedSize, known < size else { return }
        try await limit(claim, to: size)
    }

    private func limit(_ claim: ClaimName, to size: Bytes) async throws(EngineFailure) {
        try await btrfs.run("qgroup", "limit", "\(size.count)", path(of: claim))
    }

    package func remove(
        under ticket: consuming DestructionTicket
    ) async throws(EngineFailure) {
        guard folder.uid(of: ticket.claim) == ticket.uid else { return }
        let path = path(of: ticket.claim)
        if BackingFolder.exists(path) { try await btrfs.run("subvolume", "delete", path) }
        try folder.forget(ticket.claim)
    }
}

package import Domain
import Glibc

/// Places as XFS file systems, each in a file of its own that is mounted through a loop device.
///
/// The file is filled with real blocks from the start: its file system is never promised room
/// that the disk below does not have. Inside, containers get `data` only; beside it are the facts
/// about the place, and a ballast that takes up what the file system has beyond the volume's size.
/// Where it is not mounted there is no `data`, and no container starts.
package struct XFSBacking: VolumeBacking {
    package let title = "xfs"
    package let folder: BackingFolder
    private let mkfs = Tool("mkfs.xfs")
    private let growfs = Tool("xfs_growfs")
    private let losetup = Tool("losetup")
    private let mount = Tool("mount")
    private let unmount = Tool("umount")
    private let fallocate = Tool("fallocate")

    package init(folder: String) { self.folder = BackingFolder(folder) }

    package func path(of claim: ClaimName) -> String { "\(mountpoint(of: claim))/data" }

    func image(of claim: ClaimName) -> String { "\(folder.place(of: claim))/image" }
    func mountpoint(of claim: ClaimName) -> String { "\(folder.place(of: claim))/mount" }

    package func prepare() async throws {
        try Preparation.check(
            title, folder, tools: [mkfs, growfs, losetup, mount, unmount, fallocate])
        guard BackingFolder.exists("/dev/loop-control") else {
            throw BackingRefusal(
                "Sizes cannot be enforced by xfs: this machine has no loop devices "
                    + "(/dev/loop-control). Load the kernel's module “loop”.")
        }
    }

    package func make(
        _ claim: ClaimName, size: Bytes, uid: ClaimUID
    ) async throws(EngineFailure) {
        try folder.makePlace(of: claim)
        if folder.uid(of: claim) != nil || PlaceFacts(at: mountpoint(of: claim)) != nil {
            try await open(claim)
            try BackingFolder.refuseFiles(in: path(of: claim), of: claim)
            try await grow(claim, to: size)
        } else {
            try await format(claim, size)
        }
        try folder.identify(claim, as: uid)
    }

    /// No place that was ever finished is here, so nothing can be in it.
    private func format(_ claim: ClaimName, _ size: Bytes) async throws(EngineFailure) {
        let (image, mountpoint) = (image(of: claim), mountpoint(of: claim))
        if device(of: claim) != nil { try await unmount.run(mountpoint) }
        unlink(image)
        try await lengthen(image, to: Self.imageSize(for: size).count)
        try await mkfs.run("-q", "-f", image)
        try await mountImage(of: claim)
        guard let room = FileSystem.room(mountpoint) else {
            throw BackingFolder.failure("look into", mountpoint)
        }
        let facts = PlaceFacts(
            claim: claim, size: size, total: room.total, overhead: room.total - room.left)
        try await fit(facts, in: mountpoint)
        guard mkdir(path(of: claim), 0o755) == 0 || errno == EEXIST else {
            throw BackingFolder.failure("make", path(of: claim))
        }
    }

    package func open(_ claim: ClaimName) async throws(EngineFailure) {
        if device(of: claim) == nil { try await mountImage(of: claim) }
        guard PlaceFacts(at: mountpoint(of: claim))?.claim == claim else {
            throw .failed(
                "What is mounted at \(mountpoint(of: claim)) is not volume \(claim). Unmount it.")
        }
    }

    /// XFS counts as it writes.
    package func settle() async throws(EngineFailure) {}

    package func measure(_ claim: ClaimName) async throws(EngineFailure) -> ClaimUsage? {
        let mountpoint = mountpoint(of: claim)
        guard device(of: claim) != nil, let facts = PlaceFacts(at: mountpoint),
            facts.claim == claim, let room = FileSystem.room(mountpoint)
        else { return nil }
        return ClaimUsage(
            used: Bytes(max(0, facts.size.count - room.left)), enforcedSize: facts.size)
    }

    package func grow(_ claim: ClaimName, to size: Bytes) async throws(EngineFailure) {
        let (image, mountpoint) = (image(of: claim), mountpoint(of: claim))
        guard let device = device(of: claim), var facts = PlaceFacts(at: mountpoint),
            facts.size < size
        else { return }
        // A file that is long enough already stays as it is: each step can be taken again.
        try await lengthen(image, to: Self.imageSize(for: size).count)
        try await losetup.run("--set-capacity", device)
        try await growfs.run("-d", mountpoint)
        facts.size = size
        try await fit(facts, in: mountpoint)
    }

    package func remove(
        under ticket: consuming DestructionTicket
    ) async throws(EngineFailure) {
        let claim = ticket.claim
        guard folder.uid(of: claim) == ticket.uid else { return }
        if device(of: claim) != nil { try await unmount.run(mountpoint(of: claim)) }
        rmdir(mountpoint(of: claim))
        let image = image(of: claim)
        guard unlink(image) == 0 || errno == ENOENT else {
            throw BackingFolder.failure("remove", image)
        }
        try folder.forget(claim)
    }

    /// Leaves the volume just as much room as it should have, and writes that down.
    private func fit(_ facts: PlaceFacts, in mountpoint: String) async throws(EngineFailure) {
        guard let room = FileSystem.room(mountpoint) else {
            throw BackingFolder.failure("look into", mountpoint)
        }
        let ballast = "\(mountpoint)/ballast"
        let weight = facts.ballast(of: room.total)
        if let known = FileSystem.length(of: ballast), known > weight {
            truncate(ballast, Int(weight))
        }
        try await lengthen(ballast, to: weight)
        try facts.write(to: mountpoint)
    }

    /// Adds what is missing, in blocks that are really there. Only that: a file system may want
    /// as much room as is asked for, also where most of it is allocated already.
    private func lengthen(_ file: String, to length: Int64) async throws(EngineFailure) {
        let known = FileSystem.length(of: file) ?? 0
        guard known < length else { return }
        try await fallocate.run("--offset", "\(known)", "--length", "\(length - known)", file)
    }

    /// A log of 64 MiB, room for the file system's own books, and the least that XFS can be.
    package static func imageSize(for size: Bytes) -> Bytes {
        let mebibyte: Int64 = 1 << 20
        let wanted = size.count + size.count / 32 + 96 * mebibyte
        return Bytes((max(304 * mebibyte, wanted) + mebibyte - 1) / mebibyte * mebibyte)
    }

    /// `nil` where nothing is mounted. The table has paths without links and double slashes.
    private func device(of claim: ClaimName) -> String? {
        guard let plain = realpath(mountpoint(of: claim), nil) else { return nil }
        defer { free(plain) }
        return MountTable(FileSystem.kernelText("/proc/self/mountinfo"))
            .device(at: String(cString: plain))
    }

    /// Nobody can write into the folder while nothing is mounted on it.
    private func mountImage(of claim: ClaimName) async throws(EngineFailure) {
        let mountpoint = mountpoint(of: claim)
        guard mkdir(mountpoint, 0) == 0 || errno == EEXIST else {
            throw BackingFolder.failure("make", mountpoint)
        }
        try await addLoopNode()
        try await mount.run(
            "-t", "xfs", "-o", "loop,nosuid,nodev", image(of: claim), mountpoint)
    }

    /// In a container, devices that the kernel makes do not show in /dev by themselves.
    private func addLoopNode() async throws(EngineFailure) {
        let path = try await losetup.run("--find")
        guard !BackingFolder.exists(path), let number = UInt(path.drop { !$0.isNumber }) else {
            return
        }
        // Block devices of the major number 7, as `makedev` puts it together.
        mknod(path, S_IFBLK | 0o660, dev_t((number & 0xFF) | 7 << 8 | (number & ~0xFF) << 12))
    }
}

import Domain
import Glibc

@testable import StoreSQLite

/// A file system in memory that is soon full.
final class SmallDisk {
    private let scratch: ScratchDirectory

    var path: String { scratch.path }

    init(kilobytes: Int) throws {
        scratch = try ScratchDirectory()
        try mount(kilobytes, flags: 0)
    }

    deinit { umount2(path, CInt(MNT_DETACH)) }

    func grow(kilobytes: Int) throws { try mount(kilobytes, flags: UInt(MS_REMOUNT)) }

    static var canBeMade: Bool { (try? SmallDisk(kilobytes: 64)) != nil }

    private func mount(_ kilobytes: Int, flags: UInt) throws {
        guard Glibc.mount("tmpfs", path, "tmpfs", flags, "size=\(kilobytes)k") == 0 else {
            throw PrivateFile.failure("mount a file system at", path)
        }
    }
}

import Foundation
import Glibc

/// A file system in memory that is soon full. Mounting it takes root.
package final class SmallDisk {
    package let path: String

    package init(kilobytes: Int) throws {
        path = NSTemporaryDirectory() + "/holdfast-disk-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false)
        do {
            try mount(kilobytes, flags: 0)
        } catch {
            rmdir(path)
            throw error
        }
    }

    deinit {
        umount2(path, CInt(MNT_DETACH))
        rmdir(path)
    }

    package func grow(kilobytes: Int) throws { try mount(kilobytes, flags: UInt(MS_REMOUNT)) }

    package static var canBeMade: Bool { (try? SmallDisk(kilobytes: 64)) != nil }

    private func mount(_ kilobytes: Int, flags: UInt) throws {
        guard Glibc.mount("tmpfs", path, "tmpfs", flags, "size=\(kilobytes)k") == 0 else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
        }
    }
}

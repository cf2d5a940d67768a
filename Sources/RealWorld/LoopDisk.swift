import Foundation
import Glibc
package import Testing

/// A folder of its own in which volumes of enforced size can be made; on btrfs it is a file
/// system in a file, mounted through a loop device. Whatever was mounted in it goes with it.
package final class LoopDisk {
    package enum Kind: String, CaseIterable, Sendable { case btrfs, xfs }

    package let path: String
    private let image: String

    package init(_ kind: Kind, megabytes: Int = 512) throws {
        // As the kernel's table of mounts has it: without links and double slashes.
        let folder = URL(filePath: NSTemporaryDirectory()).resolvingSymlinksInPath().path()
        let name = URL(filePath: folder)
            .appending(path: "holdfast-volumes-\(UUID().uuidString.prefix(8))").path()
        path = name
        image = "\(name).image"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false)
        guard kind == .btrfs else { return }
        do {
            try Self.run("truncate", "--size", "\(megabytes)M", image)
            try Self.run("mkfs.btrfs", "--quiet", image)
            try Self.run("mount", "-o", "loop", image, path)
        } catch {
            clear()
            throw error
        }
    }

    deinit { clear() }

    /// As after a start of the machine: nothing is mounted in it, though the bytes are there.
    package func unmountPlaces() {
        for point in mounted where point != path { umount2(point, CInt(MNT_DETACH)) }
    }

    private func clear() {
        for point in mounted { umount2(point, CInt(MNT_DETACH)) }
        try? FileManager.default.removeItem(atPath: path)
        try? FileManager.default.removeItem(atPath: image)
    }

    /// The deepest first.
    private var mounted: [String] {
        Self.kernelText("/proc/self/mountinfo").split(separator: "\n")
            .compactMap { $0.split(separator: " ").dropFirst(4).first.map { String($0) } }
            .filter { $0 == path || $0.hasPrefix(path + "/") }.reversed()
    }

    /// Foundation takes the first piece of such a file for the whole.
    private static func kernelText(_ path: String) -> String {
        guard let file = FileHandle(forReadingAtPath: path) else { return "" }
        var data = Data()
        while let piece = try? file.read(upToCount: 4096), !piece.isEmpty { data += piece }
        return String(decoding: data, as: UTF8.self)
    }

    /// Nothing but the kernel can tell whether it lets us.
    fileprivate static let canBeMade: Bool = {
        guard (try? LoopDisk(.btrfs, megabytes: 128)) != nil else { return false }
        return (try? run("mkfs.xfs", "-V")) != nil && (try? run("btrfs", "--version")) != nil
    }()

    private static func run(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.environment = ["PATH": "/usr/sbin:/sbin:/usr/bin:/bin", "LC_ALL": "C"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CocoaError(.executableLoad, userInfo: ["program": arguments[0]])
        }
    }
}

extension Trait where Self == ConditionTrait {
    package static var needsLoopDisks: Self {
        .enabled(
            if: LoopDisk.canBeMade,
            """
            Sizes cannot be enforced here: that takes root, loop devices, btrfs, and Debian's \
            btrfs-progs and xfsprogs.
            """)
    }
}

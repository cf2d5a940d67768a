import FoundationEssentials
import Glibc

/// What every backing needs of its machine.
enum Preparation {
    static func check(_ title: String, _ folder: BackingFolder, tools: [Tool]) throws {
        guard geteuid() == 0 else {
            throw BackingRefusal(
                "Sizes are enforced by \(title) only by root. Run Holdfast as root, or without "
                    + "--volume-backing.")
        }
        let missing = tools.filter { $0.path == nil }.map(\.name)
        guard missing.isEmpty else {
            throw BackingRefusal(
                "Sizes cannot be enforced by \(title): \(missing.joined(separator: ", ")) is "
                    + "missing. On Debian: apt-get install btrfs-progs xfsprogs util-linux mount")
        }
        guard folder.path.hasPrefix("/") else {
            throw BackingRefusal("\(folder.path) is not a whole path; it must begin with “/”.")
        }
        do {
            try FileManager.default.createDirectory(
                atPath: folder.path, withIntermediateDirectories: true)
        } catch {
            throw BackingRefusal("\(folder.path) cannot be made: \(error)")
        }
    }
}

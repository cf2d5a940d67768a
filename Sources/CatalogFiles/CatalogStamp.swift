import FoundationEssentials
import Glibc

/// What tells one state of a catalog's folder from the next without reading its files.
package struct CatalogStamp: Equatable, Sendable {
    private struct File: Equatable {
        var name: String
        var node: UInt
        var size: Int
        var seconds: Int
        var nanoseconds: Int
    }

    /// `nil` when the folder cannot be read.
    private let files: [File]?

    package init(of folder: String) {
        files = try? CatalogLoader.names(in: folder).sorted().map { name in
            var found = stat()
            // Through links: what they point to may be exchanged while they stay.
            guard stat("\(folder)/\(name)", &found) == 0 else {
                return File(name: name, node: 0, size: 0, seconds: 0, nanoseconds: 0)
            }
            return File(
                name: name, node: UInt(found.st_ino), size: Int(found.st_size),
                seconds: found.st_mtim.tv_sec, nanoseconds: found.st_mtim.tv_nsec)
        }
    }
}

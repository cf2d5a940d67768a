import Glibc

/// What the kernel says about the file system at a path.
enum FileSystem {
    /// How many bytes it has in all, and how many are left for anybody but root.
    static func room(_ path: String) -> (total: Int64, left: Int64)? {
        var facts = statvfs()
        guard statvfs(path, &facts) == 0 else { return nil }
        let unit = Int64(facts.f_frsize)
        return (Int64(facts.f_blocks) * unit, Int64(facts.f_bavail) * unit)
    }

    /// The whole of a file of `/proc`. Those have no length, and come piece by piece: Foundation
    /// takes the first piece for the whole.
    static func kernelText(_ path: String) -> String {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(descriptor, &piece, piece.count), count > 0 {
            bytes += piece[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func length(of file: String) -> Int64? {
        var facts = stat()
        return stat(file, &facts) == 0 ? Int64(facts.st_size) : nil
    }
}

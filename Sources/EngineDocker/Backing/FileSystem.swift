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

    static func length(of file: String) -> Int64? {
        var facts = stat()
        return stat(file, &facts) == 0 ? Int64(facts.st_size) : nil
    }
}

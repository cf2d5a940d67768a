import Glibc

/// How many files and connections the system lets this program have open at once.
///
/// It must not run out of them: then libdispatch, which opens a file of `/proc` each second to
/// see how its threads fare, ends the program.
enum OpenFiles {
    /// As many as anybody needs.
    private static let plenty: rlim_t = 65_536

    /// Raises the limit as far as the system lets us, up to plenty, and answers it.
    static func raiseLimit() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            return 256
        }
        var wanted = limit
        wanted.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, plenty))
        if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &wanted) == 0 { limit = wanted }
        return Int(clamping: limit.rlim_cur)
    }
}

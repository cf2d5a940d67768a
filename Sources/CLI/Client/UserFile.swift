import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file in the user's configuration folder; nobody else may read it.
struct UserFile: Sendable {
    var path: String

    /// `name` in the folder `holdfast` of the XDG Base Directory Specification
    /// (https://specifications.freedesktop.org/basedir-spec): a relative `XDG_CONFIG_HOME` does
    /// not count.
    init(_ name: String, environment: [String: String]) {
        let home = environment["HOME"] ?? "."
        let named = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        path = (named ?? "\(home)/.config") + "/holdfast/\(name)"
    }

    /// Its text; `nil` where there is none.
    ///
    /// - Throws: `Failure.settings` where there is one that cannot be read as text.
    func load() throws(Failure) -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path),
            let text = String(validating: data, as: UTF8.self)
        else {
            throw .settings("\(path) cannot be read as UTF-8 text. Mend its rights, or remove it.")
        }
        return text
    }

    /// Replaces the file as a whole, so that no reader ever sees half of it.
    func replace(with text: String) throws(Failure) {
        try makeFolder()
        let draft = "\(path).\(getpid())"
        defer { unlink(draft) }
        unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw unwritable() }
        let bytes = Array(text.utf8)
        let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        close(file)
        guard count == bytes.count, rename(draft, path) == 0 else { throw unwritable() }
    }

    func remove() { unlink(path) }

    /// Runs `body` while no other command of this user does.
    func alone<Result>(_ body: () async throws -> Result) async throws -> Result {
        try makeFolder()
        let file = open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw unwritable() }
        defer { close(file) }
        guard flock(file, LOCK_EX) == 0 else { throw unwritable() }
        return try await body()
    }

    private func makeFolder() throws(Failure) {
        let folder = path.split(separator: "/").dropLast().map { "/\($0)" }.joined()
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw unwritable()
        }
    }

    private func unwritable() -> Failure {
        .settings(
            "\(path) cannot be written (\(String(cString: strerror(errno)))). Set "
                + "XDG_CONFIG_HOME to a folder that can, or use HOLDFAST_TOKEN.")
    }
}

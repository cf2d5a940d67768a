import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `holdfast/cli.json` in the user's configuration folder; nobody else may read it.
struct CredentialFile: Sendable {
    var path: String

    /// Follows the XDG Base Directory Specification.
    init(environment: [String: String]) {
        let home = environment["HOME"] ?? "."
        let named = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        path = (named ?? "\(home)/.config") + "/holdfast/cli.json"
    }

    /// `nil` when nobody has logged in.
    func load() throws -> Credentials? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        do {
            return try JSONDecoder().decode(Credentials.self, from: data)
        } catch {
            throw Failure.settings(
                "\(path) cannot be read. Remove it, and log in again: holdfast login")
        }
    }

    /// Replaces the file as a whole, so that no reader ever sees half of it.
    func save(_ credentials: Credentials) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let bytes = Array(try encoder.encode(credentials)) + [UInt8(ascii: "\n")]
        try makeFolder()
        let draft = "\(path).\(getpid())"
        defer { unlink(draft) }
        unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw unwritable() }
        let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        close(file)
        guard count == bytes.count, rename(draft, path) == 0 else { throw unwritable() }
    }

    func remove() { unlink(path) }

    /// Runs `body` while no other command of this user does: a refresh token is good once.
    func alone<Result>(_ body: () async throws -> Result) async throws -> Result {
        try makeFolder()
        let file = open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw unwritable() }
        defer { close(file) }
        guard flock(file, LOCK_EX) == 0 else { throw unwritable() }
        return try await body()
    }

    private func makeFolder() throws {
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

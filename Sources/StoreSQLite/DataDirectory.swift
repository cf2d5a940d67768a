package import Domain
import FoundationEssentials
import Glibc

/// The directory that holds all of an installation, for one process at a time.
///
/// It is held for as long as this object lives, and let go of by the kernel when the process
/// ends in whatever way, so there is no stale lock to clean up.
package final class DataDirectory: Sendable {
    /// Absolute.
    package let path: String
    private let lock: CInt

    package var databasePath: String { "\(path)/holdfast.db" }
    /// Says that there is a database, also when that has gone.
    private var markPath: String { "\(path)/holdfast.kept" }

    /// Makes the directory where there is none, readable by its owner alone, and takes hold of
    /// it.
    ///
    /// A holder that is just ending gets a second for it: `attempts` times 20 ms.
    ///
    /// Throws `StoreFailure.busy` when another process holds it, naming that.
    package init(claiming path: String, attempts: Int = 50) throws(StoreFailure) {
        let url = URL(filePath: path, directoryHint: .isDirectory)
        self.path = url.standardizedFileURL.path
        do {
            try FileManager.default.createDirectory(
                atPath: self.path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw .failed("Could not make the data directory \(self.path): \(error)")
        }
        lock = try Self.lock("\(self.path)/holdfast.lock", of: self.path, attempts)
    }

    deinit { close(lock) }

    /// Refuses to begin anew where a database was: SQLite makes an empty one in place of one that
    /// is missing, and throws away the log that is left of it.
    func requireDatabase() throws(StoreFailure) {
        guard let remain = Self.remains(in: path) else { return }
        throw .failed(
            "The database \(databasePath) is missing or empty, but \(remain) shows that there "
                + "was one. Nothing was changed. Put the database back, with its -wal file if "
                + "there is one, from a copy; to begin anew, use another data directory.")
    }

    /// From now on there is a database to be missed.
    func markDatabase() throws(StoreFailure) {
        guard Self.size(of: markPath) == 0 else { return }
        let descriptor = try PrivateFile.open(
            markPath, O_WRONLY | O_CREAT | O_CLOEXEC, "mark the database")
        defer { close(descriptor) }
        let text = Array("An installation of Holdfast is kept here, in holdfast.db.\n".utf8)
        guard write(descriptor, text, text.count) == text.count else {
            throw PrivateFile.failure("write into", markPath)
        }
    }

    /// In bytes; 0 for a file that does not exist.
    static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// A lock of the kernel's, on a file that also tells who has it.
    private static func lock(
        _ file: String, of directory: String, _ attempts: Int
    ) throws(StoreFailure) -> CInt {
        let descriptor = try PrivateFile.open(
            file, O_RDWR | O_CREAT | O_CLOEXEC, "open the lock")
        do throws(StoreFailure) {
            guard try isTaken(descriptor, file, attempts) else {
                throw StoreFailure.busy(
                    "Holdfast already runs on \(directory) (\(holder(descriptor))). Stop that "
                        + "one first, or give this one another data directory.")
            }
            try sign(descriptor, file)
            return descriptor
        } catch {
            close(descriptor)
            throw error
        }
    }

    /// Tries again when it is not free: the former holder may be ending, or a child of it that
    /// is about to run another program may still have its files.
    private static func isTaken(
        _ descriptor: CInt, _ file: String, _ attempts: Int
    ) throws(StoreFailure) -> Bool {
        for attempt in 1...max(1, attempts) {
            if attempt > 1 { usleep(20_000) }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            guard errno == EWOULDBLOCK else { throw PrivateFile.failure("lock", file) }
        }
        return false
    }

    private static func sign(_ descriptor: CInt, _ file: String) throws(StoreFailure) {
        let text = Array("\(getpid())\n".utf8)
        guard ftruncate(descriptor, 0) == 0,
            pwrite(descriptor, text, text.count, 0) == text.count
        else { throw PrivateFile.failure("write into", file) }
    }

    static func holder(_ descriptor: CInt) -> String {
        var buffer = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        let text = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
        guard let process = Int(text.filter(\.isNumber)) else { return "another process" }
        return "process \(process)"
    }
}

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

    /// Makes the directory where there is none, readable by its owner alone, and takes hold of
    /// it.
    ///
    /// Throws `StoreFailure.busy` when another process holds it, naming that.
    package init(claiming path: String) throws(StoreFailure) {
        let url = URL(filePath: path, directoryHint: .isDirectory)
        self.path = url.standardizedFileURL.path
        do {
            try FileManager.default.createDirectory(
                atPath: self.path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw .failed("Could not make the data directory \(self.path): \(error)")
        }
        lock = try Self.lock("\(self.path)/holdfast.lock", of: self.path)
    }

    deinit { close(lock) }

    /// A lock of the kernel's, on a file that also tells who has it.
    private static func lock(
        _ file: String, of directory: String
    ) throws(StoreFailure) -> CInt {
        let descriptor = try PrivateFile.open(
            file, O_RDWR | O_CREAT | O_CLOEXEC, "open the lock")
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            defer { close(descriptor) }
            guard errno == EWOULDBLOCK else { throw PrivateFile.failure("lock", file) }
            throw .busy(
                "Holdfast already runs on \(directory) (\(holder(descriptor))). Stop that one "
                    + "first, or give this one another data directory.")
        }
        let text = Array("\(getpid())\n".utf8)
        guard ftruncate(descriptor, 0) == 0,
            pwrite(descriptor, text, text.count, 0) == text.count
        else {
            defer { close(descriptor) }
            throw PrivateFile.failure("write into", file)
        }
        return descriptor
    }

    private static func holder(_ descriptor: CInt) -> String {
        var buffer = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        let text = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
        guard let process = Int(text.filter(\.isNumber)) else { return "another process" }
        return "process \(process)"
    }
}

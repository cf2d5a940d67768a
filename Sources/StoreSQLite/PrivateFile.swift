import Domain
import Glibc

/// Files that hold customers' secrets: nobody but their owner may read them.
enum PrivateFile {
    static let mode: mode_t = 0o600

    /// Makes an empty file where there is none, and takes the rights of all others away where
    /// there is one. What SQLite puts beside a database gets the same rights.
    ///
    /// An existing file is not opened: to close it again would drop the locks that this process
    /// may have on it (https://sqlite.org/howtocorrupt.html, section 2.2).
    static func make(at path: String) throws(StoreFailure) {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        if descriptor >= 0 {
            close(descriptor)
            return
        }
        guard errno == EEXIST else { throw failure("make the database", path) }
        guard chmod(path, mode) == 0 else {
            throw failure("keep others from reading the database", path)
        }
    }

    /// A descriptor that is the caller's to close.
    static func open(
        _ path: String, _ flags: CInt, _ purpose: String
    ) throws(StoreFailure) -> CInt {
        let descriptor = Glibc.open(path, flags, mode)
        guard descriptor >= 0 else { throw failure(purpose, path) }
        return descriptor
    }

    /// What the last call of the C library has against it.
    static func failure(_ purpose: String, _ path: String) -> StoreFailure {
        let code = errno
        let why = String(cString: strerror(code))
        guard code != ENOSPC else {
            return .full("Could not \(purpose) \(path): \(why). Make room on its disk.")
        }
        return .failed(
            "Could not \(purpose) \(path): \(why). Choose another place, or mend the rights of "
                + "this one.")
    }
}

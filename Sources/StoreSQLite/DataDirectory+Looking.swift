import Glibc

extension DataDirectory {
    /// Who holds the directory at `path`, in words; `nil` when nobody does.
    ///
    /// The lock is only taken for the moment of looking, and shared; a server that starts just
    /// then tries again.
    ///
    /// - Throws: `CannotLook`, where the lock's file may not be read.
    package static func holder(of path: String) throws(CannotLook) -> String? {
        let descriptor = open("\(path)/holdfast.lock", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw CannotLook() }
            return nil
        }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else { return nil }
        return holder(descriptor)
    }

    /// What is left of a database that has gone; `nil` where there is one, or never was.
    package static func remains(in path: String) -> String? {
        let database = "\(path)/holdfast.db"
        guard size(of: database) == 0 else { return nil }
        return ["\(path)/holdfast.kept", "\(database)-wal"].first { size(of: $0) > 0 }
    }

    /// The lock's file may not be read by this user.
    package struct CannotLook: Error {}
}

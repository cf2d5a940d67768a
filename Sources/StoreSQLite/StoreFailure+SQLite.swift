import Domain
import GRDB

extension StoreFailure {
    /// Tells what SQLite says in words for people, and what to do
    /// (https://sqlite.org/rescode.html).
    init(from error: any Error, at path: String) {
        if let failure = error as? StoreFailure {
            self = failure
            return
        }
        guard let error = error as? DatabaseError else {
            self = .failed("The database \(path) failed: \(error)")
            return
        }
        // Without the arguments, which may be secrets.
        let why = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_FULL, .SQLITE_IOERR:
            self = .full(
                "The disk that holds the database \(path) is full or does not work (\(why)). "
                    + "Nothing was written. Make room on it, then try again.")
        case .SQLITE_BUSY:
            self = .busy(
                "Another program holds the database \(path) (\(why)). Nothing was written. Wait "
                    + "for it or stop it, then try again.")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self = .failed(
                "The database \(path) is damaged (\(why)). Nothing was written, and the services "
                    + "and their volumes are as they were. Put it back from a copy.")
        default:
            self = .failed("The database \(path) refused: \(why). Nothing was written.")
        }
    }
}

import Domain
import Wire

extension StoreFailure {
    /// The store's own words are for the log.
    var problem: Problem {
        switch self {
        case .full:
            Problem(
                unavailable: "The disk that keeps the records is full. Nothing was changed.")
        case .busy:
            Problem(unavailable: "The records are in use. Nothing was changed. Try again.")
        case .failed: .unknown
        }
    }
}

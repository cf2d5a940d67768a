/// Why the store could not do it; nothing was written.
package enum StoreFailure: Error, Equatable, Sendable {
    /// No room on the disk.
    case full(String)
    /// Another program holds the database.
    case busy(String)
    case failed(String)

    package var message: String {
        switch self {
        case .full(let why), .busy(let why), .failed(let why): why
        }
    }
}

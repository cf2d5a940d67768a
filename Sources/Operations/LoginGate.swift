import Domain
import Synchronization

/// Lets nobody guess passwords for long; remembers only in memory, and only so many.
final class LoginGate: Sendable {
    struct Wait: Equatable {
        var seconds: Int
        /// Whether nobody was told of it since the last attempt.
        var isNews: Bool
    }

    private struct Books {
        var accounts: AttemptBook<LoginAttempt>
        var networks: AttemptBook<String>
    }

    private static let capacity = 10_000

    private let books: Mutex<Books>

    init(_ limits: LoginLimits) {
        books = Mutex(
            Books(
                accounts: AttemptBook(limits.account, capacity: Self.capacity),
                networks: AttemptBook(limits.address, capacity: Self.capacity)))
    }

    /// Counts the attempt as one that fails, before it is known: else many at once would pass.
    ///
    /// - Returns: How long to wait, where it may not be made.
    func enter(_ attempt: LoginAttempt, at now: Instant) -> Wait? {
        books.withLock { books in
            let account = books.accounts.wait(for: attempt, at: now)
            let network = books.networks.wait(for: attempt.network, at: now)
            guard max(account, network) == .zero else {
                let isNews =
                    account >= network
                    ? books.accounts.isNews(attempt) : books.networks.isNews(attempt.network)
                return Self.wait(max(account, network), isNews)
            }
            books.accounts.take(attempt, at: now)
            books.networks.take(attempt.network, at: now)
            return nil
        }
    }

    /// It was not a failure.
    func leave(_ attempt: LoginAttempt, at now: Instant) {
        books.withLock { books in
            books.accounts.giveBack(attempt, at: now)
            books.networks.giveBack(attempt.network, at: now)
        }
    }

    /// Whether a token, which nobody can guess, may be tried from there.
    func wait(from network: String, at now: Instant) -> Wait? {
        books.withLock { Self.wait(from: network, at: now, &$0) }
    }

    /// Counts a failure from there, unless so many were counted that it has to wait.
    func countOrWait(from network: String, at now: Instant) -> Wait? {
        books.withLock { books in
            if let wait = Self.wait(from: network, at: now, &books) { return wait }
            books.networks.take(network, at: now)
            return nil
        }
    }

    func countFailure(from network: String, at now: Instant) {
        books.withLock { $0.networks.take(network, at: now) }
    }

    private static func wait(
        from network: String, at now: Instant, _ books: inout Books
    ) -> Wait? {
        let duration = books.networks.wait(for: network, at: now)
        return duration > .zero ? wait(duration, books.networks.isNews(network)) : nil
    }

    private static func wait(_ duration: Duration, _ isNews: Bool) -> Wait {
        Wait(seconds: Int((duration.milliseconds + 999) / 1000), isNews: isNews)
    }
}

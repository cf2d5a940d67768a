import GRDB

/// A body that waits for the connection that writes, and whoever waits for its outcome.
struct PendingWrite: Sendable {
    /// Runs the body, and answers how to tell its value once that is durable.
    let run: @Sendable (GRDB.Database) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void
}

/// What the epoch that is written down in the engine says of the database.
package enum EpochVerdict: Equatable, Sendable {
    case agrees
    /// What the database has changed since is still to be written down.
    case behind
    /// It was written by a later state of the database than this one.
    case ahead(Int64)

    /// - Parameters:
    ///   - engine: `nil` where none was ever written down.
    ///   - witnessed: The latest that this database was to have written down. An older copy of the
    ///     database may have counted on since, past what a later state has written down; but it
    ///     cannot have written that itself.
    package init(engine: Int64?, database: Int64, witnessed: Int64) {
        guard let engine else {
            self = .behind
            return
        }
        self = engine > witnessed ? .ahead(engine) : engine < database ? .behind : .agrees
    }
}

/// The few facts about an installation that are no rows of their own.
package enum MetaKey: String, Sendable, CaseIterable {
    /// Six letters in the name of everything that this installation makes.
    case install
    /// Signs access tokens; base 64.
    case tokenKey = "token-key"
    /// Counts whatever changes what is kept or given up; also written down in the engine, so that
    /// an older copy of the database knows itself to be one.
    case epoch
    /// The latest epoch that was ever to be written down in the engine: written here first.
    case witnessed
    /// There once the engine has taken an epoch: one that knows none any more has forgotten it.
    case told
}

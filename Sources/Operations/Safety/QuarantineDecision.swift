/// What an admin decides about volumes that an older copy of the database does not know.
package enum QuarantineDecision: String, Sendable, CaseIterable {
    /// They are kept with the instances that they belong to, until somebody decides otherwise.
    case adopt
    /// They belong to nobody, and may be cleaned up like whatever else belongs to nobody.
    case disown
}

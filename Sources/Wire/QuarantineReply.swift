/// Why nothing is destroyed, and what there is to be decided about.
package struct QuarantineReply: Codable, Equatable, Sendable {
    package var inForce: Bool
    package var why: String?
    package var since: String?
    /// What to send to decide; changes whenever what is shown here does.
    package var digest: String
    package var databaseEpoch: Int64
    /// Written down by the latest state of the database that the engine has met.
    package var engineEpoch: Int64?
    /// What this database has never known.
    package var claims: [UnknownClaimReply]
    /// How much would be destroyed once its window is over.
    package var condemned: Int
    package var liftedAt: String?
    /// A user's id.
    package var liftedBy: String?

    package init(
        inForce: Bool, why: String? = nil, since: String? = nil, digest: String,
        databaseEpoch: Int64, engineEpoch: Int64? = nil, claims: [UnknownClaimReply],
        condemned: Int, liftedAt: String? = nil, liftedBy: String? = nil
    ) {
        self.inForce = inForce
        self.why = why
        self.since = since
        self.digest = digest
        self.databaseEpoch = databaseEpoch
        self.engineEpoch = engineEpoch
        self.claims = claims
        self.condemned = condemned
        self.liftedAt = liftedAt
        self.liftedBy = liftedBy
    }
}

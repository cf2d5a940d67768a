/// What nobody claims, as a report to be confirmed.
package struct OrphansReply: Codable, Equatable, Sendable {
    /// What to send to confirm it; changes whenever what may be removed does.
    package var digest: String
    /// In the order in which they were first seen.
    package var orphans: [OrphanReply]

    package init(digest: String, orphans: [OrphanReply]) {
        self.digest = digest
        self.orphans = orphans
    }
}

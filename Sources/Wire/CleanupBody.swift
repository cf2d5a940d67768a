/// The confirmation of a report about orphans.
package struct CleanupBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case digest
    }

    /// Of the report that was read; without it, the answer is the report.
    package var digest: String?

    package init(digest: String? = nil) {
        self.digest = digest
    }
}

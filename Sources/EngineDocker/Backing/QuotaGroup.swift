package import Domain

/// One line of `btrfs qgroup show -re --raw -f`.
package struct QuotaGroup: Equatable, Sendable {
    package var referenced: Bytes
    /// `nil` where there is none.
    package var limit: Bytes?

    package init(referenced: Bytes, limit: Bytes?) {
        self.referenced = referenced
        self.limit = limit
    }

    /// Columns: group, referenced, exclusive, most referenced (or `none`), most exclusive, path.
    package init?(table: String) {
        let rows = table.split(separator: "\n").map { line in
            line.split(separator: " ", omittingEmptySubsequences: true)
        }
        guard let row = rows.first(where: { $0.first?.hasPrefix("0/") ?? false }), row.count > 3,
            let referenced = Int64(row[1])
        else { return nil }
        self.init(referenced: Bytes(referenced), limit: Int64(row[3]).map { Bytes($0) })
    }
}

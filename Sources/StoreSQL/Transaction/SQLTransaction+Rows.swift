import Domain

/// What all subjects share: rows in and out.
extension SQLTransaction {
    /// The rows that `rest`, which goes on after `SELECT … FROM …`, leaves.
    func all<Row: Kept>(_ rest: String, _ arguments: [SQLValue]) throws -> [Row] {
        try connection.rows("\(Row.table.select) \(rest)", arguments).map(Row.init(row:))
    }

    func all<Row: Kept>(_ rest: String, _ arguments: SQLValue...) throws -> [Row] {
        try all(rest, arguments)
    }

    func first<Row: Kept>(_ rest: String, _ arguments: SQLValue...) throws -> Row? {
        let rows: [Row] = try all(rest, arguments)
        return rows.first
    }

    /// One page, newest first, of the rows that fulfil each condition that has a value.
    func page<Row: Kept>(
        _ page: Page<Row>, where conditions: [(column: String, equals: String?)]
    ) throws -> [Row] {
        let given = conditions.filter { $0.equals != nil }
        let terms = given.map { "\($0.column) = ?" }
        let arguments = given.map { SQLValue($0.equals) }
        return try readable(page.limit, key: "id", after: page.after.map { SQLValue($0) }) {
            let terms = $0 == nil ? terms : terms + ["id < ?"]
            let filter = terms.isEmpty ? "" : "WHERE \(terms.joined(separator: " AND ")) "
            return try connection.rows(
                "\(Row.table.select) \(filter)ORDER BY id DESC LIMIT ?",
                arguments + ($0.map { [$0] } ?? []) + [SQLValue(page.limit)])
        }
    }

    /// So many rows that can be read, for whoever only shows them: one that is damaged is passed
    /// over, and hides no other.
    ///
    /// - Parameters:
    ///   - key: The column that they are in the order of.
    ///   - fetch: The next `limit` rows behind a value of that.
    func readable<Row: Kept>(
        _ limit: Int, key: String, after start: SQLValue?,
        _ fetch: (SQLValue?) throws -> [SQLRow]
    ) throws -> [Row] {
        var (found, place): ([Row], SQLValue?) = ([], start)
        while true {
            let rows = try fetch(place)
            found += rows.compactMap { try? Row(row: $0) }
            guard found.count < limit, rows.count == limit, let last = rows.last else {
                return Array(found.prefix(limit))
            }
            place = try last.value(key)
        }
    }

    func add(_ row: some Kept) throws {
        try connection.execute(type(of: row).table.insert, row.cells())
    }

    /// Changes one row; it is an error if there is none.
    func change(
        _ row: some Kept, _ id: String, _ assignments: String, _ values: [SQLValue]
    ) throws {
        let table = type(of: row).table.name
        let count = try connection.execute(
            "UPDATE \(table) SET \(assignments) WHERE id = ?", values + [.text(id)])
        guard count == 1 else {
            throw StoreFailure.failed("There is no \(id) in “\(table)” to change.")
        }
    }
}

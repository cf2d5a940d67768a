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
        var terms = given.map { "\($0.column) = ?" }
        var arguments = given.map { SQLValue($0.equals) }
        if let last = page.after {
            terms.append("id < ?")
            arguments.append(SQLValue(last))
        }
        let filter = terms.isEmpty ? "" : "WHERE \(terms.joined(separator: " AND ")) "
        return try all("\(filter)ORDER BY id DESC LIMIT ?", arguments + [SQLValue(page.limit)])
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

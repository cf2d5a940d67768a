/// The name of a table, its columns, and the SQL that follows from them.
struct Table: Sendable {
    let name: String
    /// `SELECT … FROM …`, to be gone on with.
    let select: String
    /// `INSERT INTO … VALUES …`, to be gone on with.
    let insert: String

    /// `counted` is a column that the database fills in by itself, if there is one.
    init(_ name: String, counted: String? = nil, _ columns: [String]) {
        let all = (counted.map { [$0] } ?? []) + columns
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        self.name = name
        select = "SELECT \(all.joined(separator: ", ")) FROM \(name)"
        insert =
            "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(places))"
    }
}

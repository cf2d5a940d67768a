package import Domain

/// One transaction on a database, for as long as its body runs.
///
/// SQL is written once for all drivers: `?` stands for each argument, in order, and no literal
/// holds a `?`. A driver keeps what it has prepared, by the text of the SQL.
package protocol Connection {
    /// The database's clock.
    func now() throws -> Instant

    /// The rows that a query answers, or a change with `RETURNING`.
    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow]

    /// Makes a change; answers how many rows it touched.
    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int
}

/// The few words of SQL in which databases differ, for the schema alone: queries use none.
package struct Dialect: Sendable {
    /// A whole number of 64 bits.
    package var integer: String
    /// A primary key of 64 bits that the database counts up, and never gives twice.
    package var serial: String
    /// Ends a `CREATE TABLE`, so that columns refuse values of other types; may be empty.
    package var strict: String
    /// Statements that make the database itself refuse an act on a table.
    package var refusing: @Sendable (RefusedAct, _ table: String) -> [String]

    package init(
        integer: String, serial: String, strict: String,
        refusing: @Sendable @escaping (RefusedAct, _ table: String) -> [String]
    ) {
        self.integer = integer
        self.serial = serial
        self.strict = strict
        self.refusing = refusing
    }
}

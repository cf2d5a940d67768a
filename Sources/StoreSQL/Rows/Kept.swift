/// Something that is kept as one row of one table.
protocol Kept: Sendable {
    static var table: Table { get }

    init(row: SQLRow) throws
    /// What goes into the table's columns, in their order.
    func cells() throws -> [SQLValue]
}

package import Domain
package import GRDB
package import StoreSQL

/// One transaction on a connection of GRDB's.
package final class SQLiteConnection: Connection {
    private let database: GRDB.Database
    private let path: String
    private let clock: any WallClock
    /// Set once a statement has failed: SQLite may have rolled back by then, and what follows
    /// would be committed by itself.
    package private(set) var failure: StoreFailure?

    package init(to database: GRDB.Database, at path: String, clock: any WallClock) {
        self.database = database
        self.path = path
        self.clock = clock
    }

    package func now() -> Instant { clock.now() }

    package func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
        try attempt {
            let statement = try database.cachedStatement(sql: sql)
            let columns = Self.columns.value(for: sql) { Self.places(of: statement.columnNames) }
            try statement.setArguments(Self.bound(arguments))
            let cursor = try Row.fetchCursor(statement)
            var rows: [SQLRow] = []
            while let row = try cursor.next() {
                let values = try row.databaseValues.map(Self.value)
                rows.append(SQLRow(columns: columns, values: values))
            }
            return rows
        }
    }

    @discardableResult
    package func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try attempt {
            let before = database.totalChangesCount
            try database.cachedStatement(sql: sql).execute(arguments: Self.bound(arguments))
            return database.totalChangesCount - before
        }
    }

    private func attempt<Value>(_ body: () throws -> Value) throws -> Value {
        if let failure { throw failure }
        do {
            return try body()
        } catch {
            let found = StoreFailure(from: error, at: path)
            failure = found
            throw found
        }
    }

    /// The columns of what is asked, by its text: we name each column that we ask for.
    private static let columns = Memo<String, SQLRow.Columns>(capacity: 512)

    private static func places(of names: [String]) -> SQLRow.Columns {
        Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    private static func bound(_ arguments: [SQLValue]) throws -> StatementArguments {
        // As existentials: for others GRDB makes a key path anew each time, which takes longer
        // than to run the statement.
        let values: [(any DatabaseValueConvertible)?] = try arguments.map(databaseValue)
        return StatementArguments(values)
    }

    /// SQLite's text ends at the first NUL: what follows would be lost without a word.
    private static func databaseValue(_ value: SQLValue) throws -> DatabaseValue {
        switch value {
        case .null: return .null
        case .integer(let number): return number.databaseValue
        case .text(let text):
            guard !text.utf8.contains(0) else {
                throw StoreFailure.failed("A text holds a NUL, which cannot be kept.")
            }
            return text.databaseValue
        }
    }

    private static func value(_ value: DatabaseValue) throws -> SQLValue {
        switch value.storage {
        case .null: return .null
        case .int64(let number): return .integer(number)
        case .string(let text): return .text(text)
        case .double, .blob:
            throw StoreFailure.failed(
                "The database holds a value that is neither a whole number nor text: somebody "
                    + "changed it by hand, or it is damaged. Restore a copy of it.")
        }
    }
}

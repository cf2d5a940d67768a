package import Domain

/// One row, read by the names of its columns.
package struct SQLRow: Equatable, Sendable {
    /// The names of the columns and their places, shared by all rows of one answer.
    package typealias Columns = [String: Int]

    private let columns: Columns
    private let values: [SQLValue]

    package init(columns: Columns, values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    func value(_ column: String) throws(StoreFailure) -> SQLValue {
        guard let place = columns[column], values.indices.contains(place) else {
            throw .failed("The database answers without the column “\(column)”.")
        }
        return values[place]
    }

    package func optionalText(_ column: String) throws(StoreFailure) -> String? {
        switch try value(column) {
        case .text(let text): text
        case .null: nil
        case .integer: throw Self.unexpected("a number", in: column)
        }
    }

    package func optionalInteger(_ column: String) throws(StoreFailure) -> Int64? {
        switch try value(column) {
        case .integer(let number): number
        case .null: nil
        case .text: throw Self.unexpected("text", in: column)
        }
    }

    static func unexpected(_ what: String, in column: String) -> StoreFailure {
        .failed(
            "The database holds \(what) in the column “\(column)”, which does not belong there: "
                + "somebody changed it by hand, or it is damaged. Restore a copy of it.")
    }
}

/// Columns that line up, with their heads above.
package struct Table: Sendable {
    private let heads: [String]
    private let rows: [[String]]

    package init(_ heads: [String], _ rows: [[String]]) {
        self.heads = heads
        self.rows = rows.map { $0.map(\.printable) }
    }

    /// Lines without spaces at their ends; nothing is added after the last.
    package func text(_ paint: Paint) -> String {
        let widths = heads.indices.map { column in
            ([heads] + rows).map { $0[column].count }.max() ?? 0
        }
        let head = paint.bold(Self.line(heads, widths))
        return ([head] + rows.map { Self.line($0, widths) }).joined(separator: "\n")
    }

    private static func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (cell, width) in zip(cells, widths) {
            line += cell + String(repeating: " ", count: width - cell.count + 2)
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}

/// One thing in detail: names on the left, values on the right, absent ones left out.
struct Card: Sendable {
    private let rows: [(String, String)]

    init(_ rows: [(String, String?)]) {
        self.rows = rows.compactMap { name, value in value.map { (name, $0.printable) } }
    }

    func text(_ paint: Paint) -> String {
        let width = (rows.map(\.0.count).max() ?? 0) + 2
        return rows.map { name, value in
            paint.bold(name) + String(repeating: " ", count: width - name.count) + value
        }.joined(separator: "\n")
    }
}

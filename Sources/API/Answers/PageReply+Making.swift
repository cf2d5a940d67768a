import Wire

extension PageReply {
    /// - Parameter cursor: Where the page after these rows begins; asked of the last one, if the
    ///   page is full.
    init<Row>(_ rows: [Row], limit: Int, cursor: (Row) -> String, item: (Row) -> Item) {
        self.init(
            items: rows.map(item), next: rows.count < limit ? nil : rows.last.map(cursor))
    }
}

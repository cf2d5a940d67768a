extension Migration {
    /// What an instance ran before its last update, so that it can be had back.
    static let updates = Migration(6, "updates") { _ in
        ["ALTER TABLE instances ADD COLUMN previous_spec TEXT"]
    }
}

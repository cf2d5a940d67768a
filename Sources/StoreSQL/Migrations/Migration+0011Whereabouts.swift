extension Migration {
    /// Where the bytes of volumes lie.
    static let whereabouts = Migration(11, "whereabouts") { _ in
        ["ALTER TABLE volumes ADD COLUMN whereabouts TEXT"]
    }
}

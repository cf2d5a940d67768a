extension Migration {
    /// Which of an instance's volumes were retired last, whatever the clock was set to since.
    static let retirements = Migration(5, "retirements") { dialect in
        [
            "ALTER TABLE volumes ADD COLUMN retirement \(dialect.integer)",
            """
            UPDATE volumes SET retirement = (
                SELECT COUNT(DISTINCT others.retired_by) FROM volumes AS others
                WHERE others.instance_id = volumes.instance_id
                    AND others.retired_by <= volumes.retired_by)
            WHERE retired_by IS NOT NULL
            """,
        ]
    }
}

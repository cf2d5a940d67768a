extension Migration {
    /// Whose grace is to be looked at when an admin says that the clock is right.
    static let graces = Migration(12, "graces") { _ in
        [
            """
            CREATE INDEX subscriptions_in_grace ON subscriptions (id)
                WHERE status IN ('expired', 'cancelled')
            """
        ]
    }
}

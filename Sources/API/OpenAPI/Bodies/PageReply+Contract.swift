import Wire

extension PageReply: SchemaValue, Documented where Item: Documented {
    static var schemaName: String { "\(Item.schemaName)Page" }

    static var about: String { "A piece of a list of \(Item.schemaName)." }

    static var notes: [String: Note] {
        [
            "items": "So many as were asked for, at most.",
            "next": """
            What to send as `after` (or `before`, where sequences count) to get the next piece; \
            absent at the end.
            """,
        ]
    }

    static var example: Self { Self(items: [.example], next: Example.subscription) }
}

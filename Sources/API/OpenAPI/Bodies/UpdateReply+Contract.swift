import Wire

extension UpdateReply: Documented {
    static let about = "What the catalog has now for a service, and the service has not."

    static let notes: [String: Note] = [
        "fromImage": "What it runs.",
        "toImage": "What it would run; the same where only something else has changed.",
        "changes": """
        What differs: `image`, `command`, `port`, `user`, `environment`, `secrets`, \
        `volumes`, `health`, `stopTimeout`, `limits`, `volume sizes`.
        """,
        "obstacle": "Why it cannot be had, if it cannot: data would be left behind.",
    ]

    static let example = UpdateReply(
        fromImage: "holdfast/isso:0.13.0", toImage: "holdfast/isso:0.14.0",
        changes: ["image", "environment"],
        obstacle: "The catalog mounts volume “data” at /db now.")
}

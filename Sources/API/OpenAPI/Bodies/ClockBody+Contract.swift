import Wire

extension ClockBody: Requested {
    static let about = "Says that the clock is right."

    static let notes: [String: Note] = [
        "confirm": "What it shows, to the minute. Without it nothing happens."
    ]

    static let example = ClockBody(
        confirm: "2026-02-03T09:30Z")
}

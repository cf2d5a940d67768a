import Wire

extension ClockReply: Documented {
    static let about = "What the clock shows, beside the time that counts."

    static let notes: [String: Note] = [
        "now": .moment("What the clock shows."),
        "counted": .moment("The time that counts: it goes on only while it is watched."),
        "doubt": "In words, where the two disagree. Nothing falls due early for that.",
        "confirm": "What to send to say that the clock is right.",
    ]

    static let example = ClockReply(
        now: Example.end, counted: Example.then,
        doubt: "The clock is ahead of the time that Holdfast has watched, by 3 days.",
        confirm: "2026-02-03T09:30Z")
}

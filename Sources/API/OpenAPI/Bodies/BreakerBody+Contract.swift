import Wire

extension BreakerBody: Requested {
    static let about = "Lets destruction go on although there is more of it than is usual."

    static let notes: [String: Note] = [
        "confirm": "Which hold is meant: its `confirm`, from the list of holds.",
        "minutes": Note(
            "For how long; an hour unless said otherwise.", ["minimum": 1, "maximum": 1440]),
    ]

    static let example = BreakerBody(
        confirm: "breaker \(Example.then)", minutes: 60)
}

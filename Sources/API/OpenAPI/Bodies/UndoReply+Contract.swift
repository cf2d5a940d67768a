import Wire

extension UndoReply: Documented {
    static let about = "A reset that can still be taken back."

    static let notes: [String: Note] = [
        "until": .moment("From then on the old data may be destroyed."),
        "generation": .count("The generation of the data that would come back.", from: 1),
    ]

    static let example = UndoReply(until: Example.end, generation: 1)
}

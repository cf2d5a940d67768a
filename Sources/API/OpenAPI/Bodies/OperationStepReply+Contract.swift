import Wire

extension OperationStepReply: Documented {
    static let about = "One line in the story of an operation."

    static let notes: [String: Note] = [
        "sequence": .count("Its place; the id of the event that carries it.", from: 1),
        "at": .moment("When it was taken."),
        "text": "What was done.",
    ]

    static let example = OperationStepReply(
        sequence: 1, at: Example.then, text: "Make the volume \(Example.claim).")
}

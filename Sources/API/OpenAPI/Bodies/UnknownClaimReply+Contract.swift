import Wire

extension UnknownClaimReply: Documented {
    static let about = "A claim that only a later state of the database can have made."

    static let notes: [String: Note] = [
        "name": "The name that the engine has for it.",
        "uid": "What tells it from any other that ever bore its name.",
        "instance": "The instance that it belongs to, by its name, where that is known.",
        "generation": .count("Of that instance's volumes.", from: 1),
        "adoptable": "Whether it can be given to that instance.",
    ]

    static let example = UnknownClaimReply(
        name: Example.claim, uid: "0c1d2e3f", instance: Example.instance, generation: 2,
        adoptable: true)
}

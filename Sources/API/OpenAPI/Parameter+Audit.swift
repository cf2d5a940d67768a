extension Parameter {
    static let auditActor = text(
        "actor", "Only what this one has done: a user's id, `system`, or `nobody`.")
    static let auditSubject = text("subject", "Only what was done to the thing with this id.")
    static let auditAction = text("action", "Only acts whose name begins so: `user.`.")
    static let since = moment("since", "Only from this moment on.")
    static let until = moment("until", "Only before this moment.")
    static let expectedHead = Parameter(
        name: "expect", place: .query,
        about: "A `head` that was noted down: the trail must still have that row.",
        schema: ["type": "string", "pattern": #"^(0|[1-9][0-9]{0,17}):[0-9a-f]{64}$"#],
        isCheckedText: true)
    static let afterSequence = Parameter(
        name: "after", place: .query, about: "Only rows after this sequence.",
        schema: ["type": "integer", "format": "int64", "minimum": 0, "default": 0])

    private static func text(_ name: String, _ about: String) -> Parameter {
        Parameter(name: name, place: .query, about: about, schema: ["type": "string"])
    }

    private static func moment(_ name: String, _ about: String) -> Parameter {
        Parameter(
            name: name, place: .query, about: about,
            schema: ["type": "string", "format": "date-time"], isCheckedText: true)
    }
}

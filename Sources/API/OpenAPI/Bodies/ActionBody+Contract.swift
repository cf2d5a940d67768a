import Wire

extension ActionBody: Requested {
    static let about = "Something that an admin has done to a service."

    static let notes: [String: Note] = [
        "action": .oneOf(PodAction.self, "What is to be done."),
        "confirm": "The instance's name, where the action takes data away.",
    ]

    static let example = ActionBody(action: "delete", confirm: Example.instance)
}

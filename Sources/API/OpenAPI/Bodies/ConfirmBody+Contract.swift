import Wire

extension ConfirmBody: Requested {
    static let about = "The confirmation of something that takes data away."

    static let notes: [String: Note] = [
        "confirm": """
        The instance's name, typed by a person. Without it nothing happens, and the problem \
        `/problems/confirmation` says what to type.
        """
    ]

    static let example = ConfirmBody(confirm: Example.instance)
}

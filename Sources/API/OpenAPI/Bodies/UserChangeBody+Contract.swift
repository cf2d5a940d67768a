import Wire

extension UserChangeBody: Requested {
    static let about = "A change of an account."

    static let notes: [String: Note] = [
        "disabled": "Whether its owner is shut out; services and data stay as they are."
    ]

    static let example = UserChangeBody(disabled: true)
}

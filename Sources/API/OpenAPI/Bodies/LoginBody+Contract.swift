import Wire

extension LoginBody: Requested {
    static let about = "What a person proves who they are with."

    static let notes: [String: Note] = [
        "email": "The account's e-mail address; its case does not matter.",
        "password": Note("The account's password.", ["format": "password"]),
    ]

    static let example = LoginBody(email: "ann@example.org", password: "an old password")
}

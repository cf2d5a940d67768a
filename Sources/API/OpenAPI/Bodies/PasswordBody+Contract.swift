import Wire

extension PasswordBody: Requested {
    static let about = "A change of one's own password."

    static let notes: [String: Note] = [
        "currentPassword": Note("The present one.", ["format": "password"]),
        "newPassword": .password,
    ]

    static let example = PasswordBody(
        currentPassword: "an old password", newPassword: "correct horse battery staple")
}

extension Note {
    /// A password to be.
    static let password = text("Another than before.", 10...1000)
}

import Domain
import Wire

extension UserBody: Requested {
    static let about = "An account to be made."

    static let notes: [String: Note] = [
        "email": .text(
            "Where its owner is reached; nobody else's.", 3...254,
            pattern: #"^[^\s@\u0000-\u001F\u007F-\u009F]+@[^\s@\u0000-\u001F\u007F-\u009F]+$"#),
        "name": .text(
            "Without characters that cannot be seen.", 1...200,
            pattern: #"^[^\u0000-\u001F\u007F-\u009F\u2028\u2029]+$"#),
        "role": .oneOf(User.Role.self, "An admin sees all."),
        "password": .text(
            "Without one, a one-time password is made and answered once.", 10...1000),
    ]

    static let example = UserBody(
        email: "ann@example.org", name: "Ann", role: "customer",
        password: "correct horse battery staple")
}

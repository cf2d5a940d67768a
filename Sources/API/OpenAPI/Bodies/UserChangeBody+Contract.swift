import Domain
import Wire

extension UserChangeBody: Requested {
    static let about = "A change of an account. What is not said stays as it is; something must be."

    static let notes: [String: Note] = [
        "disabled": "Whether its owner is shut out; services and data stay as they are.",
        "role": .oneOf(User.Role.self, "An admin sees all. Nobody changes their own."),
        "name": .text(
            "Without characters that cannot be seen.", 1...200,
            pattern: #"^[^\u0000-\u001F\u007F-\u009F\u2028\u2029]+$"#),
    ]

    static let example = UserChangeBody(disabled: true, role: "customer", name: "Ann")
}

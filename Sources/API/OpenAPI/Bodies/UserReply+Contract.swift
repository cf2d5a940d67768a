import Domain
import Wire

extension UserReply: Documented {
    static let about = "An account."

    static let notes: [String: Note] = [
        "id": "Its id.", "email": "In lower case.", "name": "For people.",
        "role": .oneOf(User.Role.self, "An admin sees all."),
        "mustChangePassword": "While true, it may do nothing but change its password.",
        "createdAt": .moment("When it was made."),
        "disabledAt": .moment("Since when its owner is shut out."),
    ]

    static let example = UserReply(
        id: Example.user, email: "ann@example.org", name: "Ann", role: "customer",
        mustChangePassword: false, createdAt: Example.then, disabledAt: Example.later)
}

import Wire

extension NewUserReply: Documented {
    static let about = "An account that was just made."

    static let notes: [String: Note] = [
        "user": "The account.",
        "oneTimePassword": """
        There if none was given. Shown this once; its owner must change it at the first login.
        """,
    ]

    static let example = NewUserReply(user: .example, oneTimePassword: "4k7m-2p9x-0c3v-8n5q")
}

import Wire

extension LoginReply: Documented {
    static let about = "A login: a short-lived access token, and a refresh token."

    static let notes: [String: Note] = [
        "accessToken": "Goes into `Authorization: Bearer`.",
        "tokenType": .always("Bearer", "How the token is sent."),
        "expiresIn": .count("For how many seconds the access token is good.", from: 1),
        "refreshToken": "Gets the next login. Good once: each refresh answers a new one.",
        "user": "Who has logged in.",
    ]

    static let example = LoginReply(
        accessToken: "eyJhbGciOi…", tokenType: "Bearer", expiresIn: 900,
        refreshToken: "hfr_0example…", user: .example)
}

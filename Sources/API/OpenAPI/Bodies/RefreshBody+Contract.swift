import Wire

extension RefreshBody: Requested {
    static let about = "The refresh token of a login, to go on with it or to end it."

    static let notes: [String: Note] = ["refreshToken": "As the login answered it."]

    static let example = RefreshBody(refreshToken: "hfr_0example…")
}

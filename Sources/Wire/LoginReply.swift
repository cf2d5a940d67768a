/// A login: a short-lived access token, and the refresh token that gets the next one.
package struct LoginReply: Codable, Equatable, Sendable {
    /// Goes into `Authorization: Bearer`.
    package var accessToken: String
    /// Always `Bearer`.
    package var tokenType: String
    /// For how many seconds the access token is good.
    package var expiresIn: Int
    /// Good once: each refresh answers a new one.
    package var refreshToken: String
    package var user: UserReply

    package init(
        accessToken: String, tokenType: String, expiresIn: Int, refreshToken: String,
        user: UserReply
    ) {
        self.accessToken = accessToken
        self.tokenType = tokenType
        self.expiresIn = expiresIn
        self.refreshToken = refreshToken
        self.user = user
    }
}

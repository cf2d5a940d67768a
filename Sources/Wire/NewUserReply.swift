/// An account that was just made.
package struct NewUserReply: Codable, Equatable, Sendable {
    package var user: UserReply
    /// Shown this once; nobody can ask for it again.
    package var oneTimePassword: String?

    package init(user: UserReply, oneTimePassword: String? = nil) {
        self.user = user
        self.oneTimePassword = oneTimePassword
    }
}

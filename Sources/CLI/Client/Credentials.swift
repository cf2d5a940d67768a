/// What is kept between two commands.
struct Credentials: Codable, Equatable, Sendable {
    /// The tokens are for this server, and are never sent to another.
    var server: String
    var email: String
    var accessToken: String
    var refreshToken: String
}

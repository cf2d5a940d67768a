package import Domain

/// A login that worked. The refresh token is shown this once; only its digest is kept.
package struct Login: Sendable {
    package var user: User
    package var refreshToken: String
}

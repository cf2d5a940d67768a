package import JWTKit

/// What an access token says about its bearer. Only the subject is relied on: role and rights
/// are read from the user's row with each request.
package struct AccessClaims: JWTPayload, Equatable {
    /// The user's id.
    package var sub: String
    package var role: String
    /// In seconds since 1970, as `iat`; from then on the token is refused.
    package var exp: Int64
    package var iat: Int64
    /// The token's own name.
    package var jti: String

    package init(sub: String, role: String, exp: Int64, iat: Int64, jti: String) {
        self.sub = sub
        self.role = role
        self.exp = exp
        self.iat = iat
        self.jti = jti
    }

    /// Nothing: `AccessTokens` checks the end by the program's own clock.
    package func verify(using algorithm: some JWTAlgorithm) {}
}

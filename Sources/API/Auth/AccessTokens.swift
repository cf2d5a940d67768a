import Crypto
package import Domain
import FoundationEssentials
import JWTKit

/// Makes and checks the short-lived tokens of a login (RFC 7519, HS256).
package struct AccessTokens: Sendable {
    /// For how many seconds a token is good.
    package static let lifetime: Int64 = 15 * 60

    private static let algorithm = "HS256"

    private let keys: JWTKeyCollection
    /// Tokens whose signature was found right, by their digests; whether they are still good is
    /// asked each time.
    private let genuine = Memo<SHA256.Digest, AccessClaims>(capacity: 4096)
    private let clock: any WallClock
    private let randomness: any Randomness

    /// - Parameter key: At least 32 bytes, in base 64, as kept under `MetaKey.tokenKey`.
    /// - Throws: `AccessTokenKeyError` when it is not that.
    package init(
        key: String, clock: any WallClock, randomness: any Randomness
    ) async throws(AccessTokenKeyError) {
        guard let bytes = Data(base64Encoded: key), bytes.count >= 32 else {
            throw AccessTokenKeyError()
        }
        keys = JWTKeyCollection()
        await keys.add(hmac: HMACKey(from: bytes), digestAlgorithm: .sha256)
        self.clock = clock
        self.randomness = randomness
    }

    /// A key for a fresh installation: 32 bytes, in base 64.
    package static func newKey(from randomness: any Randomness) -> String {
        Data(randomness.bytes(32)).base64EncodedString()
    }

    package func token(for user: User) async throws -> String {
        let now = clock.now().milliseconds / 1000
        let claims = AccessClaims(
            sub: user.id.rawValue, role: user.role.rawValue, exp: now + Self.lifetime, iat: now,
            jti: Base32.word(26, from: randomness))
        return try await keys.sign(claims)
    }

    /// The user whom the token was made for.
    ///
    /// - Throws: `Refusal.unauthenticated` when the token is not ours, or its time is over.
    package func user(of token: String) async throws(Refusal) -> UserID {
        guard let claims = await claims(of: token) else {
            throw .unauthenticated("The access token is not valid. Log in again.")
        }
        let now = clock.now().milliseconds / 1000
        // One that was made while the clock was ahead would be good until it gets there.
        guard claims.iat <= now + Self.lifetime, now < claims.exp else {
            throw .unauthenticated("The access token has expired. Refresh it, or log in again.")
        }
        return UserID(claims.sub)
    }

    /// Whatever is wrong with a token, its bearer is told the same.
    private func claims(of token: String) async -> AccessClaims? {
        let digest = SHA256.hash(data: Data(token.utf8))
        if let known = genuine.known(digest) { return known }
        let parser = DefaultJWTParser()
        guard let parts = try? parser.parse(Array(token.utf8), as: AccessClaims.self),
            parts.header.alg == Self.algorithm,
            let claims = try? await keys.verify(token, as: AccessClaims.self)
        else { return nil }
        genuine.remember(claims, for: digest)
        return claims
    }
}

/// What a request with a key has led to.
package struct IdempotencyRecord: Equatable, Sendable {
    package var key: IdempotencyKey
    /// A digest of method, path and body: the same key with another request is refused.
    package var fingerprint: String
    /// The id of what was made: an operation, a user, a token.
    package var result: String
    package var createdAt: Instant

    package init(
        key: IdempotencyKey, fingerprint: String, result: String, createdAt: Instant
    ) {
        self.key = key
        self.fingerprint = fingerprint
        self.result = result
        self.createdAt = createdAt
    }
}

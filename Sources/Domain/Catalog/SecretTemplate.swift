/// A secret that Holdfast makes once for an instance, keeps, and hands to the service.
package struct SecretTemplate: Hashable, Sendable, Codable {
    /// Named in the environment as `${secret.NAME}`.
    package var name: String
    /// How many random bytes; the service gets them as twice as many hexadecimal digits.
    package var bytes: Int
    /// Whether a reset keeps it. A key that old backups need must survive.
    package var survivesReset: Bool

    package init(name: String, bytes: Int, survivesReset: Bool) {
        self.name = name
        self.bytes = bytes
        self.survivesReset = survivesReset
    }
}

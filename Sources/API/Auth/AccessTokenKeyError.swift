/// The key that is to sign access tokens cannot.
package struct AccessTokenKeyError: Error, Equatable, CustomStringConvertible {
    package var description: String {
        "The key that signs access tokens is damaged: it must be at least 32 bytes in base 64."
    }
}

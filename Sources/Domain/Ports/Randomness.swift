/// Bytes that nobody can guess; a test makes them repeat.
package protocol Randomness: Sendable {
    func bytes(_ count: Int) -> [UInt8]
}

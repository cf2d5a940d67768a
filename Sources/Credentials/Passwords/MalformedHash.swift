/// What is kept of a password is none that Holdfast has written. Says nothing of it, for it may be
/// a password.
package struct MalformedHash: Error, Equatable, CustomStringConvertible {
    package var description: String {
        "What is stored in place of this password is damaged. Have an admin set a new one."
    }
}

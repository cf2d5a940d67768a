/// Makes and checks what is kept in place of passwords and tokens.
package protocol PasswordHasher: Sendable {
    /// Slow on purpose, with a fresh salt; runs off the cooperative threads.
    func hash(_ password: String) async throws -> String

    /// Takes as long for a wrong password as for a right one.
    func verify(_ password: String, against hash: String) async throws -> Bool

    /// A fast digest, for tokens that nobody can guess anyway.
    func digest(_ token: String) -> String
}

import Domain

/// Hashes that take no time, for tests in which passwords are not the matter.
struct QuickHasher: PasswordHasher {
    func hash(_ password: String) async throws -> String { "quick:\(password)" }

    func verify(_ password: String, against hash: String) async throws -> Bool {
        hash == "quick:\(password)"
    }

    func digest(_ token: String) -> String { "digest:\(token)" }
}

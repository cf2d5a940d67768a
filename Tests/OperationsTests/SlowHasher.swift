import Domain
import TestSupport

/// Lets something happen while it checks a password.
struct SlowHasher: PasswordHasher {
    let base = PlainHasher()
    let meanwhile: @Sendable () async throws -> Void

    func hash(_ password: String) async throws -> String { try await base.hash(password) }

    func verify(_ password: String, against hash: String) async throws -> Bool {
        try await meanwhile()
        return try await base.verify(password, against: hash)
    }

    func digest(_ token: String) -> String { base.digest(token) }
}

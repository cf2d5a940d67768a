import Domain

/// Hides nothing and costs nothing: for tests that are about something else.
package struct PlainHasher: PasswordHasher {
    package init() {}

    package func hash(_ password: String) async throws -> String { "plain:\(password)" }

    package func verify(_ password: String, against hash: String) async throws -> Bool {
        hash == "plain:\(password)"
    }

    package func digest(_ token: String) -> String { "digest:\(token)" }
}

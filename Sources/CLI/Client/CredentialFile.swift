import FoundationEssentials

/// `holdfast/cli.json` in the user's configuration folder: the logins, one for each server.
struct CredentialFile: Sendable {
    private let file: UserFile

    var path: String { file.path }

    init(environment: [String: String]) {
        file = UserFile("cli.json", environment: environment)
    }

    /// The login at `server`; `nil` when nobody has logged in there.
    func load(for server: String) throws -> Credentials? {
        try load().logins.first { $0.server == server }
    }

    /// Where somebody has logged in last.
    func lastServer() throws -> String? { try load().last }

    /// Keeps a login in place of the one before at the same server.
    ///
    /// - Parameter isNew: Whether somebody has logged in, and not only got new tokens.
    func save(_ credentials: Credentials, isNew: Bool = true) throws {
        var book = try load()
        book.logins.removeAll { $0.server == credentials.server }
        book.logins.append(credentials)
        if isNew { book.last = credentials.server }
        try save(book)
    }

    /// Forgets the login at `server`; those at others stay.
    func remove(_ server: String) throws {
        guard var book = try? load() else { return file.remove() }
        book.logins.removeAll { $0.server == server }
        if book.last == server { book.last = nil }
        if book.logins.isEmpty { file.remove() } else { try save(book) }
    }

    /// Runs `body` while no other command of this user does: a refresh token is good once, and
    /// the file is written as a whole.
    func alone<Result>(_ body: () async throws -> Result) async throws -> Result {
        try await file.alone(body)
    }

    private func load() throws -> LoginBook {
        guard let text = try file.load() else { return LoginBook(last: nil, logins: []) }
        do {
            return try JSONDecoder().decode(LoginBook.self, from: Data(text.utf8))
        } catch {
            throw Failure.settings(
                "\(path) cannot be read. Remove it, and log in again: holdfast login")
        }
    }

    private func save(_ book: LoginBook) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try file.replace(with: String(decoding: try encoder.encode(book), as: UTF8.self) + "\n")
    }
}

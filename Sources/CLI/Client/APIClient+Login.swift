import FoundationEssentials
import Wire

extension APIClient {
    /// Logs in, and keeps the tokens.
    func logIn(email: String, password: String) async throws -> LoginReply {
        let body = LoginBody(email: email, password: password)
        let (status, bytes) = try await attempt(changing("POST", "auth/login", body))
        guard status == 200 else { throw failure(status, bytes) }
        let login = try Answer<LoginReply>(bytes).value
        try await file.alone { try save(login, isNew: true) }
        return login
    }

    /// Ends the login at the server, as far as it can be reached, and here in any case.
    func logOut() async throws {
        do {
            try await endSession()
        } catch {
            try await file.alone { try file.remove(server) }
            throw error
        }
        try await file.alone { try file.remove(server) }
    }

    private func endSession() async throws {
        do {
            // A look first: it may trade the tokens for new ones, and those are to be ended.
            let _: Answer<UserReply> = try await get("me")
            guard let saved = try savedHere() else { return }
            try await send("POST", "auth/logout", RefreshBody(refreshToken: saved.refreshToken))
        } catch Failure.notLoggedIn {
            // It has ended already.
        }
    }

    /// Sends `request` with a token; when the token has run out, once more with a new one.
    func authorized<Body>(
        _ request: ClientRequest, _ send: (ClientRequest) async throws -> (Int, Body)
    ) async throws -> (Int, Body) {
        let token = try token()
        let first = try await send(bearing(token, request))
        guard first.0 == 401, givenToken == nil else { return first }
        return try await send(bearing(try await refresh(instead: token), request))
    }

    private func bearing(_ token: String, _ request: ClientRequest) -> ClientRequest {
        var request = request
        request.headers["Authorization"] = "Bearer \(token)"
        return request
    }

    private func token() throws -> String {
        if let givenToken { return givenToken }
        guard let saved = try savedHere() else {
            throw Failure.notLoggedIn("Nobody is logged in at \(server). Run: holdfast login")
        }
        return saved.accessToken
    }

    /// A new access token. Another command may have fetched one in the meantime.
    private func refresh(instead old: String) async throws -> String {
        try await file.alone {
            guard let saved = try savedHere() else {
                throw Failure.notLoggedIn("The login has ended. Run: holdfast login")
            }
            if saved.accessToken != old { return saved.accessToken }
            let body = RefreshBody(refreshToken: saved.refreshToken)
            let (status, bytes) = try await attempt(changing("POST", "auth/refresh", body))
            guard status != 401 else {
                throw Failure.notLoggedIn("The login has ended. Run: holdfast login")
            }
            guard status == 200 else { throw failure(status, bytes) }
            let login = try Answer<LoginReply>(bytes).value
            try save(login, isNew: false)
            return login.accessToken
        }
    }

    /// The tokens for this server: those of another are none of its business.
    private func savedHere() throws -> Credentials? { try file.load(for: server) }

    private func save(_ login: LoginReply, isNew: Bool) throws {
        try file.save(
            Credentials(
                server: server, email: login.user.email, accessToken: login.accessToken,
                refreshToken: login.refreshToken), isNew: isNew)
    }
}

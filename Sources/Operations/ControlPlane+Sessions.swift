package import Domain

extension ControlPlane {
    /// Checks a password. Unknown addresses take as long as wrong passwords, and are refused in
    /// the same words.
    package func logIn(
        email: String, password: String, address: String?
    ) async throws -> Login {
        let email = email.lowercased()
        let user = try await store.read { try $0.user(email: email) }
        guard let user else {
            _ = try await hasher.hash(password)
            throw try await refusedLogin(email, address)
        }
        guard try await hasher.verify(password, against: user.passwordHash),
            user.disabledAt == nil
        else { throw try await refusedLogin(email, address) }
        let actor = Actor(identity: .user(user.id, role: user.role), address: address)
        return try await openSession(of: user, actor)
    }

    private func refusedLogin(_ email: String, _ address: String?) async throws -> Refusal {
        let actor = Actor(identity: .system, address: address)
        // Strangers choose what is written here, so it may not be long.
        let subject = String(email.unicodeScalars.prefix(Self.longestAddress))
        try await store.write { rows in
            try rows.append(
                AuditEvent(
                    at: rows.now, actor: actor, action: "session.refuse", subject: "user",
                    subjectID: subject))
        }
        return .unauthenticated("The e-mail address or the password is wrong.")
    }

    private func openSession(of user: User, _ actor: Actor) async throws -> Login {
        let token = newToken(prefix: "hfr_")
        try await store.write { rows in
            // The password took its time to check, and was perhaps changed meanwhile.
            guard let now = try rows.user(user.id), now.disabledAt == nil,
                now.passwordHash == user.passwordHash
            else { throw Refusal.unauthenticated("The account has just been changed. Try again.") }
            let session = Session(
                id: makeID(at: rows.now), userID: user.id, tokenDigest: hasher.digest(token),
                createdAt: rows.now, expiresAt: rows.now + settings.sessionLifetime)
            try rows.insert(session)
            try rows.append(
                AuditEvent(
                    at: rows.now, actor: actor, action: "session.open", subject: "user",
                    subjectID: user.id.rawValue))
        }
        return Login(user: user, refreshToken: token)
    }

    /// Trades a refresh token for the next one. A token that was traded before ends nothing but
    /// the attempt: its session is known by the newest token only.
    package func refresh(_ token: String) async throws -> Login {
        let next = newToken(prefix: "hfr_")
        let (old, new) = (hasher.digest(token), hasher.digest(next))
        return try await store.write { rows in
            guard let session = try rows.session(digest: old), session.revokedAt == nil,
                session.expiresAt > rows.now,
                let user = try rows.user(session.userID), user.disabledAt == nil,
                try rows.rotate(session.id, from: old, to: new)
            else { throw Refusal.unauthenticated("This login has ended. Log in again.") }
            return Login(user: user, refreshToken: next)
        }
    }

    /// Ends the session of a refresh token; an unknown one is as good as ended.
    package func logOut(_ token: String) async throws {
        let digest = hasher.digest(token)
        try await store.write { rows in
            guard let session = try rows.session(digest: digest) else { return }
            try rows.revoke(session.id)
        }
    }

    /// The user behind an access token, as the row is now.
    package func identify(user id: UserID) async throws -> User {
        let user = try await store.read { try $0.user(id) }
        guard let user, user.disabledAt == nil else {
            throw Refusal.unauthenticated("This account does not exist or is disabled.")
        }
        return user
    }

    /// The user and the token behind an API token.
    package func identify(apiToken: String) async throws -> (user: User, token: APIToken) {
        let digest = hasher.digest(apiToken)
        return try await store.read { rows in
            guard let token = try rows.apiToken(digest: digest), token.revokedAt == nil,
                token.expiresAt.map({ $0 > rows.now }) ?? true,
                let user = try rows.user(token.userID), user.disabledAt == nil
            else {
                throw Refusal.unauthenticated(
                    "This API token is unknown, expired or revoked. Make a new one.")
            }
            return (user, token)
        }
    }

    /// 256 random bits behind a prefix that tells leaked tokens apart.
    func newToken(prefix: String) -> String {
        prefix + Base32.word(52, from: randomness)
    }
}

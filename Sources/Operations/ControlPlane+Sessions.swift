package import Domain

extension ControlPlane {
    /// Checks a password. Unknown addresses take as long as wrong passwords, and are refused in
    /// the same words; who guesses too often must wait.
    package func logIn(
        email: String, password: String, address: String?, requestID: String? = nil
    ) async throws -> Login {
        let email = email.lowercased()
        let stranger = Actor(identity: .nobody, address: address, requestID: requestID)
        let (user, now) = try await store.read { rows -> (User?, Instant) in
            (try rows.user(email: email), rows.now)
        }
        let attempt = LoginAttempt(account: email, address: address)
        try await enter(attempt, at: now, stranger)
        let isRight = try await orLeave(attempt, now) {
            try await check(password, of: user)
        }
        guard isRight, let user, user.disabledAt == nil else {
            throw try await refusedLogin(attempt, user, stranger)
        }
        gate.leave(attempt, at: now)
        var actor = stranger
        actor.identity = .user(user.id, role: user.role)
        return try await openSession(of: user, actor)
    }

    private func check(_ password: String, of user: User?) async throws -> Bool {
        guard let user else {
            _ = try await hasher.hash(password)
            return false
        }
        return try await hasher.verify(password, against: user.passwordHash)
    }

    /// Before anything costly is done.
    func enter(_ attempt: LoginAttempt, at now: Instant, _ actor: Actor) async throws {
        guard let wait = gate.enter(attempt, at: now) else { return }
        throw try await tooMany(wait, attempt.shown, actor)
    }

    /// What could not be checked was not wrong.
    func orLeave<Value>(
        _ attempt: LoginAttempt, _ now: Instant, _ check: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await check()
        } catch {
            gate.leave(attempt, at: now)
            throw error
        }
    }

    /// Told once in the audit, not each time: else strangers could fill the disk with it.
    private func tooMany(
        _ wait: LoginGate.Wait, _ subject: String, _ actor: Actor
    ) async throws -> Refusal {
        if wait.isNews {
            try await store.write { rows in
                try rows.append(
                    AuditEvent(
                        at: rows.now, actor: actor, action: "session.limit", subject: "user",
                        subjectID: subject, details: ["wait": "\(wait.seconds) s"]))
            }
        }
        return .tooMany(
            "Too many logins have failed. Try again in \(wait.seconds) s.", seconds: wait.seconds)
    }

    private func refusedLogin(
        _ attempt: LoginAttempt, _ user: User?, _ stranger: Actor
    ) async throws -> Refusal {
        try await store.write { rows in
            try rows.append(
                AuditEvent(
                    at: rows.now, actor: stranger, action: "session.refuse", subject: "user",
                    subjectID: user?.id.rawValue ?? attempt.shown))
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
            try audit("session.open", session, actor, rows)
        }
        return Login(user: user, refreshToken: token)
    }

    /// Trades a refresh token for the next one. A token that was traded before ends nothing but
    /// the attempt: its session is known by the newest token only.
    package func refresh(
        _ token: String, address: String? = nil, requestID: String? = nil
    ) async throws -> Login {
        let next = newToken(prefix: "hfr_")
        let (old, new) = (hasher.digest(token), hasher.digest(next))
        let stranger = Actor(identity: .nobody, address: address, requestID: requestID)
        let network = address.map(LoginAttempt.network) ?? ""
        if let wait = gate.wait(from: network, at: try await store.read(\.now)) {
            throw try await tooMany(wait, "unknown", stranger)
        }
        let (user, now) = try await store.write { rows -> (User?, Instant) in
            let user = try trade(old, for: new, stranger, rows)
            if user == nil { try auditDeadToken(old, stranger, rows) }
            return (user, rows.now)
        }
        guard let user else {
            gate.countFailure(from: network, at: now)
            throw Refusal.unauthenticated("This login has ended. Log in again.")
        }
        return Login(user: user, refreshToken: next)
    }

    private func trade(
        _ old: String, for new: String, _ stranger: Actor, _ rows: any StoreWriter
    ) throws -> User? {
        guard let session = try rows.session(digest: old), session.revokedAt == nil,
            session.expiresAt > rows.now,
            let user = try rows.user(session.userID), user.disabledAt == nil,
            try rows.rotate(session.id, from: old, to: new)
        else { return nil }
        var actor = stranger
        actor.identity = .user(user.id, role: user.role)
        try audit("session.refresh", session, actor, rows)
        return user
    }

    /// A token that was traded already may have been stolen; or its owner lost the answer.
    private func auditDeadToken(
        _ digest: String, _ stranger: Actor, _ rows: any StoreWriter
    ) throws {
        if let session = try rows.session(spent: digest) {
            return try audit("session.reuse", session, stranger, rows)
        }
        try audit("session.refuse", try rows.session(digest: digest), stranger, rows)
    }

    /// Ends the session of a refresh token; an unknown one is as good as ended.
    package func logOut(_ actor: Actor, _ token: String) async throws {
        let digest = hasher.digest(token)
        try await store.write { rows in
            let session = try rows.session(digest: digest)
            if let session { try rows.revoke(session.id) }
            try audit("session.close", session, actor, rows)
        }
    }

    private func audit(
        _ action: String, _ session: Session?, _ actor: Actor, _ rows: any StoreWriter
    ) throws {
        let details = ["session": session?.id.rawValue ?? "unknown"]
        try rows.append(
            AuditEvent(
                at: rows.now, actor: actor, action: action, subject: "user",
                subjectID: session?.userID.rawValue ?? "unknown", details: details))
    }
}

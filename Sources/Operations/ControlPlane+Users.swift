package import Domain

extension ControlPlane {
    /// Makes an account. Without a password it gets a one-time password, which is answered this
    /// once and must be changed at the first login.
    package func createUser(
        _ context: RequestContext, email: String, name: String, role: User.Role,
        password: String?
    ) async throws -> (user: User, oneTimePassword: String?) {
        try Access.requireAdmin(context.actor)
        let email = try checked(email: email)
        try check(name: name)
        if let password { try check(password, field: "password") }
        let oneTime = password == nil ? newPassword() : nil
        let hash = try await hasher.hash(password ?? oneTime ?? "")
        return try await store.write { rows in
            let user = User(
                id: makeID(at: rows.now), email: email, name: name, role: role,
                passwordHash: hash, mustChangePassword: oneTime != nil, createdAt: rows.now)
            return try once(context, in: rows) { id in
                guard let user = try rows.user(UserID(id)) else {
                    throw Refusal.notFound(kind: "user", id: id)
                }
                return (user, nil)
            } make: {
                try rows.insert(user)
                try auditUser("user.create", user, context.actor, rows)
                return ((user, oneTime), user.id.rawValue)
            }
        }
    }

    package func users(_ actor: Actor, _ page: Page<User>) async throws -> [User] {
        try Access.requireAdmin(actor)
        return try await store.read { try $0.users(page) }
    }

    package func user(_ actor: Actor, _ id: UserID) async throws -> User {
        try Access.requireAdmin(actor)
        guard let user = try await store.read({ try $0.user(id) }) else {
            throw Refusal.notFound(kind: "user", id: id.rawValue)
        }
        return user
    }

    /// Changes one's own password, and ends every other login.
    package func changePassword(
        _ context: RequestContext, current: String, new: String
    ) async throws {
        guard let id = context.actor.userID else { throw Refusal.forbidden("No account.") }
        let user = try await identify(user: id)
        try await requirePassword(current, of: user, context.actor)
        try check(new, field: "newPassword")
        guard new != current else {
            throw Refusal.invalid(field: "newPassword", why: "must differ from the present one")
        }
        let hash = try await hasher.hash(new)
        try await store.write { rows in
            guard var row = try rows.user(id), row.passwordHash == user.passwordHash else {
                throw Refusal.conflict("The password was changed meanwhile. Log in again.")
            }
            let wasForced = row.mustChangePassword
            row.passwordHash = hash
            row.mustChangePassword = false
            try rows.update(row)
            try rows.revokeSessions(of: id)
            try auditUser(
                "user.change-password", row, context.actor, rows,
                changes: wasForced ? ["one-time password": "yes → no"] : [:])
        }
    }

    /// A login that was left open is no leave to guess the password either.
    private func requirePassword(
        _ password: String, of user: User, _ actor: Actor
    ) async throws {
        let now = try await store.read(\.now)
        let attempt = LoginAttempt(account: user.email, address: actor.address)
        try await enter(attempt, at: now, actor)
        let isRight = try await orLeave(attempt, now) {
            try await hasher.verify(password, against: user.passwordHash)
        }
        guard isRight else {
            throw Refusal.invalid(field: "currentPassword", why: "is not your password")
        }
        gate.leave(attempt, at: now)
    }

    /// - Parameter changes: What was and what is, by name.
    func auditUser(
        _ action: String, _ user: User, _ actor: Actor, _ rows: any StoreWriter,
        changes: [String: String] = [:]
    ) throws {
        let details = ["email": user.email, "role": user.role.rawValue]
        try rows.append(
            AuditEvent(
                at: rows.now, actor: actor, action: action, subject: "user",
                subjectID: user.id.rawValue, details: details.merging(changes) { $1 }))
    }

    /// 80 random bits in four groups: to be typed once.
    func newPassword() -> String {
        (0..<4).map { _ in Base32.word(4, from: randomness) }.joined(separator: "-")
    }

    /// RFC 5321, section 4.5.3.1.3.
    static let longestAddress = 254

    /// By code points, as those count who read the contract: an `@` that bears an accent is one.
    private static var address: Regex<Substring> {
        /[^\s@]+@[^\s@]+/.matchingSemantics(.unicodeScalar)
    }

    /// Without what would move the cursor where it is shown.
    private static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            ![.control, .lineSeparator, .paragraphSeparator]
                .contains(scalar.properties.generalCategory)
        }
    }

    func check(name: String) throws(Refusal) {
        guard (1...200).contains(name.unicodeScalars.count), Self.isPlain(name) else {
            throw .invalid(field: "name", why: "must have 1 to 200 characters that can be seen")
        }
    }

    private func checked(email: String) throws(Refusal) -> String {
        let email = email.lowercased()
        guard email.unicodeScalars.count <= Self.longestAddress, Self.isPlain(email),
            email.wholeMatch(of: Self.address) != nil
        else {
            throw .invalid(field: "email", why: "must look like name@example.org")
        }
        return email
    }

    private func check(_ password: String, field: String) throws(Refusal) {
        guard (10...1000).contains(password.unicodeScalars.count) else {
            throw .invalid(field: field, why: "must have 10 to 1000 characters")
        }
    }
}

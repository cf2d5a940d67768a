package import Domain

extension ControlPlane {
    /// Renames an account, gives it another role, shuts it out at once, or lets it in again. Its
    /// services and data stay as they are.
    package func changeUser(
        _ context: RequestContext, _ id: UserID, _ change: UserChange
    ) async throws -> User {
        try Access.requireAdmin(context.actor)
        if let name = change.name { try check(name: name) }
        if context.actor.userID == id {
            guard change.disabled == nil else {
                throw Refusal.conflict("You cannot disable your own account.")
            }
            guard change.role == nil else {
                throw Refusal.conflict("You cannot change your own role.")
            }
        }
        return try await store.write { rows in
            let before = try found(id, rows)
            let user = change.applied(to: before, at: rows.now)
            try requireAdminBesides(before, becoming: user, rows)
            if user != before { try rows.update(user) }
            if user.disabledAt != nil, before.disabledAt == nil {
                try rows.revokeSessions(of: id)
            }
            try auditUser(
                action(before, user), user, context.actor, rows, changes: changes(before, user))
            return user
        }
    }

    /// Gives an account a one-time password in place of its own, and ends its logins.
    ///
    /// - Returns: The password, this once; a repeated request cannot show it again.
    package func resetPassword(
        _ context: RequestContext, _ id: UserID
    ) async throws -> (user: User, oneTimePassword: String?) {
        try Access.requireAdmin(context.actor)
        guard context.actor.userID != id else {
            throw Refusal.conflict("Change your own password by PUT /api/v1/me/password.")
        }
        _ = try await user(context.actor, id)
        let oneTime = newPassword()
        let hash = try await hasher.hash(oneTime)
        return try await store.write { rows in
            var user = try found(id, rows)
            return try once(context, in: rows) { _ in
                (user, nil)
            } make: {
                let wasForced = user.mustChangePassword
                user.passwordHash = hash
                user.mustChangePassword = true
                try rows.update(user)
                try rows.revokeSessions(of: id)
                try auditUser(
                    "user.reset-password", user, context.actor, rows,
                    changes: ["one-time password": "\(wasForced ? "yes" : "no") → yes"])
                return ((user, oneTime), user.id.rawValue)
            }
        }
    }

    private func found(_ id: UserID, _ rows: any StoreReader) throws -> User {
        guard let user = try rows.user(id) else {
            throw Refusal.notFound(kind: "user", id: id.rawValue)
        }
        return user
    }

    /// Two admins may take each other's rights at the same time; one of them comes second.
    private func requireAdminBesides(
        _ before: User, becoming after: User, _ rows: any StoreReader
    ) throws {
        guard before.isRuling, !after.isRuling, try !rows.hasAdmin(besides: before.id) else {
            return
        }
        throw Refusal.conflict(
            "\(before.email) is the last admin. Make another one first.")
    }

    private func action(_ before: User, _ after: User) -> String {
        switch (before.disabledAt, after.disabledAt) {
        case (nil, .some): "user.disable"
        case (.some, nil): "user.enable"
        default: "user.change"
        }
    }

    private func changes(_ before: User, _ after: User) -> [String: String] {
        var changes: [String: String] = [:]
        if before.name != after.name { changes["name"] = "\(before.name) → \(after.name)" }
        if before.role != after.role {
            changes["role"] = "\(before.role.rawValue) → \(after.role.rawValue)"
        }
        if (before.disabledAt == nil) != (after.disabledAt == nil) {
            changes["disabled"] = before.disabledAt == nil ? "no → yes" : "yes → no"
        }
        return changes
    }
}

extension User {
    fileprivate var isRuling: Bool { role == .admin && disabledAt == nil }
}

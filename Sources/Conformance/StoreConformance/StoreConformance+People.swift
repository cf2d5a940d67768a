import Domain
import Testing

extension StoreConformance {
    static let people: [Self] = [
        Self("users come back as they went in") { store in
            var user = StoreWorld(1).user
            var other = StoreWorld(2).user
            other.disabledAt = StoreWorld.start + .seconds(1)
            other.mustChangePassword = true
            other.role = .admin
            try await store.write { [user, other] writer in
                try writer.insert(user)
                try writer.insert(other)
            }
            try await expect(store, user) { [user] in try $0.user(user.id) }
            try await expect(store, other) { [other] in try $0.user(email: other.email) }
            try await expect(store, nil) { try $0.user(email: "nobody@example.org") }
            try await expect(store, nil) { try $0.user(UserID("nobody")) }
            user.email = "lovelace@example.org"
            user.name = "Ada Lovelace"
            user.passwordHash = "new"
            user.disabledAt = StoreWorld.start
            try await store.write { [user] in try $0.update(user) }
            try await expect(store, user) { [user] in try $0.user(user.id) }
        },
        Self("an e-mail address has one user") { store in
            let first = StoreWorld(1).user
            var second = StoreWorld(2).user
            try await store.write { [second] writer in
                try writer.insert(first)
                try writer.insert(second)
            }
            var third = StoreWorld(3).user
            third.email = first.email
            second.email = first.email
            await expectConflict { [third] in
                try await store.write { try $0.insert(third) }
            }
            await expectConflict { [second] in
                try await store.write { try $0.update(second) }
            }
            try await expect(store, nil) { [third] in try $0.user(third.id) }
        },
        Self("whether somebody else is an admin who is not shut out") { store in
            var (one, two) = (StoreWorld(1).user, StoreWorld(2).user)
            one.role = .admin
            two.role = .admin
            two.disabledAt = StoreWorld.start
            try await store.write { [one, two] writer in
                for user in [one, two, StoreWorld(3).user] { try writer.insert(user) }
            }
            try await expect(store, false) { [one] in try $0.hasAdmin(besides: one.id) }
            try await expect(store, true) { [two] in try $0.hasAdmin(besides: two.id) }
            two.disabledAt = nil
            try await store.write { [two] in try $0.update(two) }
            try await expect(store, true) { [one] in try $0.hasAdmin(besides: one.id) }
        },
        Self("users come in pages, newest first") { store in
            let users = (1...5).map { StoreWorld($0).user }
            try await store.write { writer in
                for user in users { try writer.insert(user) }
            }
            try await expectPages(of: users.reversed().map(\.id), store) { reader, page in
                try reader.users(page).map(\.id)
            }
        },
        Self("sessions come back as they went in") { store in
            let sessions = try await sessions(in: store)
            try await expect(store, sessions[0]) { try $0.session(digest: "digest-1") }
            try await expect(store, sessions[1]) { try $0.session(digest: "digest-2") }
            try await expect(store, nil) { try $0.session(digest: "digest-3") }
        },
        Self("a session's digest is replaced once") { store in
            let session = try await sessions(in: store)[0]
            let rotations = try await store.write { writer in
                [
                    try writer.rotate(session.id, from: "digest-1", to: "digest-3"),
                    try writer.rotate(session.id, from: "digest-1", to: "digest-4"),
                ]
            }
            #expect(rotations == [true, false])
            try await expect(store, nil) { try $0.session(digest: "digest-1") }
            try await expect(store, session.id) { try $0.session(digest: "digest-3")?.id }
            try await expect(store, session.id) { try $0.session(spent: "digest-1")?.id }
            try await expect(store, nil) { try $0.session(spent: "digest-3") }
        },
        Self("a revoked session is not refreshed, and keeps the time of its end") { store in
            let sessions = try await sessions(in: store)
            let session = sessions[0]
            let revokedAt = try await store.write { writer in
                for session in sessions { try writer.revoke(session.id) }
                return writer.now
            }
            try await expect(store, StoreWorld.past) { reader in
                try reader.session(digest: "digest-2")?.revokedAt
            }
            let isRotated = try await store.write { writer in
                try writer.rotate(session.id, from: "digest-1", to: "digest-3")
            }
            #expect(!isRotated)
            try await expect(store, revokedAt) { try $0.session(digest: "digest-1")?.revokedAt }
        },
        Self("all sessions of one user can be revoked, and nobody else's") { store in
            let session = try await sessions(in: store)[0]
            try await store.write { writer in
                try writer.insert(StoreWorld(2).user)
                var foreign = session
                foreign.id = SessionID("session-3")
                foreign.userID = StoreWorld(2).user.id
                foreign.tokenDigest = "digest-3"
                try writer.insert(foreign)
                try writer.revokeSessions(of: session.userID)
            }
            try await expect(store, true) { reader in
                try reader.session(digest: "digest-1")?.revokedAt != nil
            }
            try await expect(store, nil) { try $0.session(digest: "digest-3")?.revokedAt }
            try await expect(store, StoreWorld.past) { reader in
                try reader.session(digest: "digest-2")?.revokedAt
            }
        },
        Self("API tokens come back as they went in, and can be revoked") { store in
            let user = StoreWorld(1).user
            let tokens = apiTokens(of: user.id)
            try await store.write { writer in
                try writer.insert(user)
                for token in tokens { try writer.insert(token) }
            }
            try await expect(store, tokens.reversed()) { try $0.apiTokens(of: user.id) }
            try await expect(store, tokens[0]) { try $0.apiToken(digest: "digest-1") }
            try await expect(store, nil) { try $0.apiToken(digest: "digest-9") }
            let now = try await store.write { writer in
                for token in tokens { try writer.revoke(token.id) }
                return writer.now
            }
            try await expect(store, [StoreWorld.past, now]) { reader in
                try reader.apiTokens(of: user.id).map(\.revokedAt)
            }
        },
    ]

    /// Two sessions of one user; the second is revoked.
    private static func sessions(in store: any Store) async throws -> [Session] {
        let user = StoreWorld(1).user
        let sessions = [nil, StoreWorld.past].enumerated().map { place, revokedAt in
            Session(
                id: SessionID("session-\(place + 1)"), userID: user.id,
                tokenDigest: "digest-\(place + 1)", createdAt: StoreWorld.start,
                expiresAt: StoreWorld.start + .seconds(60), revokedAt: revokedAt)
        }
        try await store.write { writer in
            try writer.insert(user)
            for session in sessions { try writer.insert(session) }
        }
        return sessions
    }

    /// The first has all it can have not, the second all it can have.
    private static func apiTokens(of user: UserID) -> [APIToken] {
        let bare = APIToken(
            id: APITokenID("token-1"), userID: user, name: "bare", scope: .read,
            tokenDigest: "digest-1", createdAt: StoreWorld.start)
        let full = APIToken(
            id: APITokenID("token-2"), userID: user, name: "full", scope: .admin,
            tokenDigest: "digest-2", createdAt: StoreWorld.start,
            expiresAt: StoreWorld.start + .seconds(60), revokedAt: StoreWorld.past)
        return [bare, full]
    }
}

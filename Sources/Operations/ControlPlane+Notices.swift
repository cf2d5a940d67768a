package import Domain

extension ControlPlane {
    /// The outbox, newest first.
    package func notices(
        _ actor: Actor, in state: Notice.State?, _ page: Page<Notice>
    ) async throws -> [Notice] {
        try Access.requireAdmin(actor)
        return try await store.read { try $0.notices(in: state, page) }
    }

    /// Has a notice tried again now, with all its tries before it: one that was given up, or one
    /// that waits. A second time for one that was delivered is refused.
    package func retryNotice(_ context: RequestContext, _ id: NoticeID) async throws -> Notice {
        try Access.requireAdmin(context.actor)
        return try await store.write { rows in
            var notice = try found(id, rows)
            return try once(context, in: rows) {
                try found(NoticeID($0), rows)
            } make: {
                guard notice.state != .delivered else {
                    throw Refusal.conflict(
                        "This notice was delivered at \(notice.endedAt ?? notice.dueAt).")
                }
                let before = "\(notice.state.rawValue), tried \(notice.attempts) times"
                notice.state = .pending
                notice.attempts = 0
                notice.dueAt = rows.now
                notice.endedAt = nil
                try rows.update(notice)
                try audit("notice.retry", notice, context.actor, ["before": before], rows)
                return (notice, id.rawValue)
            }
        }
    }

    /// Writes to whoever asks, so that they see whether mail arrives.
    package func testNotice(_ context: RequestContext) async throws -> Notice {
        try Access.requireAdmin(context.actor)
        guard let id = context.actor.userID else { throw Refusal.forbidden("No account.") }
        return try await store.write { rows in
            try once(context, in: rows) {
                try found(NoticeID($0), rows)
            } make: {
                guard let user = try rows.user(id) else {
                    throw Refusal.notFound(kind: "user", id: id.rawValue)
                }
                let notice = Notice(
                    id: makeID(at: rows.now), kind: .alert, channel: .mail,
                    recipient: user.email, userID: id,
                    values: [
                        Notice.Value.what.rawValue: "This is a test: mail from Holdfast arrives.",
                        Notice.Value.why.rawValue: "\(user.email) has asked for it.",
                    ],
                    dueAt: rows.now, createdAt: rows.now)
                _ = try rows.insert(notice)
                try audit("notice.test", notice, context.actor, [:], rows)
                return (notice, notice.id.rawValue)
            }
        }
    }

    private func found(_ id: NoticeID, _ rows: any StoreReader) throws -> Notice {
        guard let notice = try rows.notice(id) else {
            throw Refusal.notFound(kind: "notice", id: id.rawValue)
        }
        return notice
    }

    private func audit(
        _ action: String, _ notice: Notice, _ actor: Actor, _ details: [String: String],
        _ rows: any StoreWriter
    ) throws {
        let about = [
            "kind": notice.kind.rawValue, "channel": notice.channel.rawValue,
            "recipient": notice.recipient,
        ]
        try rows.append(
            AuditEvent(
                at: rows.now, actor: actor, action: action, subject: "notice",
                subjectID: notice.id.rawValue, details: about.merging(details) { $1 }))
    }
}

package import Domain

extension ControlPlane {
    package func holds(_ actor: Actor) async throws -> [Hold] {
        try Access.requireAdmin(actor)
        return try await store.read { try $0.holds() }
    }

    /// How long the breaker may be told to let everything pass.
    package static let allowance = 1...1440

    /// Lets destruction go on although there is more of it than is usual.
    ///
    /// - Parameter confirmation: Which hold is meant: `Hold.confirmation`.
    package func liftBreaker(
        _ context: RequestContext, confirming confirmation: String?, minutes: Int
    ) async throws -> Hold {
        try Access.requireAdmin(context.actor)
        guard Self.allowance.contains(minutes) else {
            throw Refusal.invalid(
                field: "minutes",
                why: "must be a whole number from \(Self.allowance.lowerBound) to "
                    + "\(Self.allowance.upperBound)")
        }
        return try await store.write { rows in
            guard var hold = try rows.holds().first(where: { $0.kind == .breaker }) else {
                throw Refusal.conflict("The breaker is not open: there is nothing to let pass.")
            }
            return try once(context, in: rows) { _ in
                hold
            } make: {
                try lift(&hold, confirmation, minutes, context.actor, rows)
                return (hold, hold.confirmation)
            }
        }
    }

    private func lift(
        _ hold: inout Hold, _ confirmation: String?, _ minutes: Int, _ actor: Actor,
        _ rows: any StoreWriter
    ) throws {
        guard hold.isInForce else {
            throw Refusal.conflict("The breaker is not open: there is nothing to let pass.")
        }
        guard confirmation == hold.confirmation else {
            throw Refusal.confirmation(expected: hold.confirmation)
        }
        hold.liftedAt = rows.now
        hold.liftedBy = name(of: actor)
        hold.allowedUntil = rows.now + .seconds(60 * minutes)
        try rows.save(hold)
        try rows.append(
            AuditEvent(
                at: rows.now, actor: actor, action: "breaker.lift", subject: "hold",
                subjectID: hold.kind.rawValue,
                details: [
                    "why": hold.why, "since": hold.since.description,
                    "allowedUntil": hold.allowedUntil?.description ?? "",
                ]))
    }
}

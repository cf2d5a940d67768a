package import Domain

extension ControlPlane {
    package func clock(_ actor: Actor) async throws -> ClockView {
        try Access.requireAdmin(actor)
        return try await store.read { try ClockView($0) }
    }

    /// Says that the clock is right: what it shows counts from now on. Nobody has watched the time
    /// go by that it is ahead, or it was wrong until now, so nobody's data loses by it: what could
    /// be undone can be for a whole window, and what remained of a grace remains.
    ///
    /// - Parameter reading: What the clock shows, to the minute: `Instant.minute`.
    package func acceptClock(
        _ context: RequestContext, confirming reading: String?
    ) async throws -> ClockView {
        try Access.requireAdmin(context.actor)
        return try await store.write { rows in
            try once(context, in: rows) { _ in
                try ClockView(rows)
            } make: {
                let before = try ClockView(rows)
                guard let time = try rows.timekeeping(), before.doubt != nil else {
                    throw Refusal.conflict("The clock is not in doubt: there is nothing to say.")
                }
                // A minute may have passed since it was read.
                let readings = [rows.now.minute, (rows.now - .seconds(60)).minute]
                guard let reading, readings.contains(reading) else {
                    throw Refusal.confirmation(expected: rows.now.minute)
                }
                try rows.save(time.accepted(at: rows.now))
                let (windows, graces) = try makeGood(before, context.actor, rows)
                try rows.append(
                    AuditEvent(
                        at: rows.now, actor: context.actor, action: "clock.accept",
                        subject: "clock", subjectID: "clock",
                        details: [
                            "counted": "\(before.counted) → \(try rows.counted())",
                            "doubt": before.doubt ?? "", "windows": "\(windows)",
                            "graces": "\(graces)",
                        ]))
                return (try ClockView(rows), reading)
            }
        }
    }

    /// - Returns: How many undo windows, and how many graces, end later now.
    private func makeGood(
        _ before: ClockView, _ actor: Actor, _ rows: any StoreWriter
    ) throws -> (windows: Int, graces: Int) {
        guard before.isAhead else { return (0, 0) }
        let windows = try postpone(actor, rows)
        let graces = try rows.subscriptionsInGrace().filter { subscription in
            try prolong(subscription, from: before.counted, actor, rows)
        }
        return (windows, graces.count)
    }

    private func prolong(
        _ subscription: Subscription, from counted: Instant, _ actor: Actor,
        _ rows: any StoreWriter
    ) throws -> Bool {
        var later = subscription
        later.graceEndsAt = subscription.graceEnd(
            leaping: counted, to: rows.now, whole: grace(of: subscription))
        guard later != subscription else { return false }
        if later.sweepAt != nil { later.sweepAt = later.nextSweep(after: try rows.due()) }
        try rows.update(later)
        try rows.append(
            AuditEvent(
                at: rows.now, actor: actor, action: "subscription.prolong-grace",
                subject: "subscription", subjectID: later.id.rawValue,
                details: [
                    "graceEndsAt": "\(subscription.graceEndsAt?.description ?? "none") → "
                        + (later.graceEndsAt?.description ?? "none")
                ]))
        return true
    }
}

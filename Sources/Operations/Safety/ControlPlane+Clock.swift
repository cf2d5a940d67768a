package import Domain

extension ControlPlane {
    package func clock(_ actor: Actor) async throws -> ClockView {
        try Access.requireAdmin(actor)
        return try await store.read { try ClockView($0) }
    }

    /// Says that the clock is right: what it shows counts from now on. Whatever would have become
    /// due by that alone, gets a whole undo window more: nobody has watched that time go by.
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
                let isAhead = before.counted < rows.now
                try rows.save(time.accepted(at: rows.now))
                let postponed = isAhead ? try postpone(context.actor, rows) : 0
                try rows.append(
                    AuditEvent(
                        at: rows.now, actor: context.actor, action: "clock.accept",
                        subject: "clock", subjectID: "clock",
                        details: [
                            "counted": "\(before.counted) → \(try rows.counted())",
                            "doubt": before.doubt ?? "", "postponed": "\(postponed)",
                        ]))
                return (try ClockView(rows), reading)
            }
        }
    }
}

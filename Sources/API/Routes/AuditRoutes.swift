import Domain
import Hummingbird
import Operations
import Wire

/// `/api/v1/admin/audit`: who did what, and whether the record of it is as it was written.
struct AuditRoutes {
    let plane: ControlPlane
    let clock: any WallClock

    func add(to audit: RouterGroup<CallerContext>) {
        audit.get { request, context in
            let query = try request.auditQuery()
            let events = try await plane.audit(context.caller.actor, query)
            return JSONReply(
                PageReply(events, limit: query.limit, cursor: \.sequence.description) {
                    AuditReply($0)
                })
        }
        audit.get("verify") { request, context in
            try AuditVerification(
                plane: plane, caller: context.caller, vigil: vigil(context),
                expected: request.expectedHead()
            ).response(to: request)
        }
        audit.get("export") { request, context in
            let after = try request.number("after", in: 0...Int.max) ?? 0
            return AuditExport(
                plane: plane, caller: context.caller, vigil: vigil(context), after: Int64(after)
            ).response(to: request)
        }
    }

    private func vigil(_ context: CallerContext) -> Vigil {
        Vigil(over: context.caller, plane: plane, clock: clock)
    }
}

extension Request {
    fileprivate func auditQuery() throws(Refusal) -> AuditQuery {
        AuditQuery(
            actor: try query("actor"), subjectID: try query("subject"),
            action: try query("action"), since: try moment("since"), until: try moment("until"),
            before: try before(), limit: try limit())
    }

    /// `?name=2026-01-31T09:30:00Z`
    private func moment(_ name: String) throws(Refusal) -> Instant? {
        guard let text = try query(name) else { return nil }
        guard let moment = Instant(rfc3339: text) else {
            throw .invalid(field: name, why: "must be a time such as 2030-01-31T09:30:00Z")
        }
        return moment
    }

    fileprivate func expectedHead() throws(Refusal) -> AuditHead? {
        guard let text = try query("expect") else { return nil }
        guard let head = AuditHead(parsing: text) else {
            throw .invalid(
                field: "expect", why: "must be a row and its hash, as verify shows them: 42:9f86…")
        }
        return head
    }
}

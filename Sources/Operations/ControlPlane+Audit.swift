package import Domain

extension ControlPlane {
    /// The audit trail, newest first.
    package func audit(_ actor: Actor, _ query: AuditQuery) async throws -> [AuditEvent] {
        try Access.requireAdmin(actor)
        return try await store.read { try $0.audit(query) }
    }

    /// Whether the audit trail is as it was written.
    ///
    /// - Parameters:
    ///   - expected: What was noted down earlier.
    ///   - tell: Hears from time to time how far it is.
    package func inspectAudit(
        _ actor: Actor, expecting expected: AuditHead?,
        tell: (AuditInspection) async throws -> Void
    ) async throws -> AuditInspection {
        try Access.requireAdmin(actor)
        return try await store.inspectAudit(expecting: expected, tell: tell)
    }

    /// The rows of the audit with their hashes, oldest first: some of those after `sequence`, none
    /// at the end.
    package func auditLinks(
        _ actor: Actor, after sequence: Int64
    ) async throws -> [AuditLink] {
        try Access.requireAdmin(actor)
        return try await store.read { try $0.auditLinks(after: sequence, limit: 500) }
    }

    /// Records that somebody was refused: whoever is known, and wanted to change something, or
    /// what is for admins only.
    ///
    /// - Parameter problem: The kind of it; what they sent is not repeated, it may be a secret.
    package func recordRefusal(
        _ actor: Actor, of method: String, _ path: String, problem: String
    ) async throws {
        try await store.write { rows in
            try rows.append(
                AuditEvent(
                    at: rows.now, actor: actor, action: "request.refuse", subject: "request",
                    subjectID: path, details: ["method": method, "problem": problem]))
        }
    }
}

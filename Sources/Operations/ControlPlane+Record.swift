package import Domain

extension ControlPlane {
    /// The audit trail, newest first.
    package func audit(
        _ actor: Actor, before: Int64?, limit: Int
    ) async throws -> [AuditEvent] {
        try Access.requireAdmin(actor)
        return try await store.read { try $0.audit(before: before, limit: limit) }
    }

    package func catalogStanding(_ actor: Actor) throws(Refusal) -> CatalogShelf.Standing {
        try Access.requireAdmin(actor)
        return shelf.standing
    }

    package func engineHealth(_ actor: Actor) async throws -> EngineHealth? {
        try Access.requireAdmin(actor)
        return try await store.read { try $0.engineHealth() }
    }
}

package import Domain

extension ControlPlane {
    package func catalogStanding(_ actor: Actor) throws(Refusal) -> CatalogShelf.Standing {
        try Access.requireAdmin(actor)
        return shelf.standing
    }

    package func engineHealth(_ actor: Actor) async throws -> EngineHealth? {
        try Access.requireAdmin(actor)
        return try await store.read { try $0.engineHealth() }
    }
}

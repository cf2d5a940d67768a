package import Domain

extension ControlPlane {
    package func catalogStanding(_ actor: Actor) throws(Refusal) -> CatalogShelf.Standing {
        try Access.requireAdmin(actor)
        return shelf.standing
    }

    /// Reads the catalog's source anew; one with mistakes is refused whole, and says so.
    package func reloadCatalog(_ context: RequestContext) async throws -> CatalogShelf.Standing {
        try Access.requireAdmin(context.actor)
        let reading = shelf.read()
        let now = try await store.write { rows in
            try rows.append(
                AuditEvent(
                    at: rows.now, actor: context.actor, action: "catalog.reload",
                    subject: "catalog", subjectID: shelf.standing.source,
                    details: Self.account(of: reading)))
            return rows.now
        }
        shelf.take(reading, at: now)
        return shelf.standing
    }

    private static func account(of reading: Result<Catalog, any Error>) -> [String: String] {
        switch reading {
        case .success(let catalog):
            ["services": catalog.services.map(\.name).joined(separator: ", ")]
        case .failure(let mistakes):
            ["mistakes": "\("\(mistakes)".split(separator: "\n").count)"]
        }
    }

    package func engineHealth(_ actor: Actor) async throws -> EngineHealth? {
        try Access.requireAdmin(actor)
        return try await store.read { try $0.engineHealth() }
    }
}

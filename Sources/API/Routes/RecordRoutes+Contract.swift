import Wire

extension RecordRoutes {
    static let contract = [
        Endpoint(.get, "/api/v1/admin/catalog", "showCatalog", "The catalog in force.")
            .open(to: .admin).answers(
                CatalogReply.self, "Which, since when, and what was refused."),
        Endpoint(.get, "/api/v1/admin/engine", "showEngine", "Whether the engine answers.")
            .open(to: .admin).answers(EngineReply.self, "Its health."),
    ]
}

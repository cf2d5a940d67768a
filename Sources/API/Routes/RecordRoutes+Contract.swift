import Wire

extension RecordRoutes {
    static let contract = [
        Endpoint(.get, "/api/v1/admin/catalog", "showCatalog", "The catalog in force.")
            .open(to: .admin).answers(
                CatalogReply.self, "Which, since when, and what was refused."),
        Endpoint(
            .post, "/api/v1/admin/catalog/reload", "reloadCatalog", "Reads the catalog's files."
        )
        .telling("At once, and not only when they are seen to have changed.")
        .open(to: .admin).takes(EmptyBody.self, isRequired: false)
        .answers(CatalogReply.self, "What is in force now, and what was refused."),
        Endpoint(.get, "/api/v1/admin/engine", "showEngine", "Whether the engine answers.")
            .open(to: .admin).answers(EngineReply.self, "Its health."),
    ]
}

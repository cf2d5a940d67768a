import Wire

extension HealthRoutes {
    static let contract = [
        Endpoint(.get, "/health", "showHealth", "Whether the program serves.")
            .open(to: .anybody).answers(HealthReply.self, "It does."),
        Endpoint(.get, "/api/v1", "showIndex", "Where to go on.")
            .open(to: .anybody).answers(IndexReply.self, "Paths."),
    ]
}

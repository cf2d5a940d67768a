import Wire

extension ServiceRoutes {
    static let contract = [
        Endpoint(.get, "/api/v1/services", "listServices", "What can be subscribed to.")
            .answers(PageReply<ServiceReply>.self, "All of the catalog."),
        Endpoint(.get, "/api/v1/services/{name}", "showService", "One service of the catalog.")
            .takes(.service).answers(ServiceReply.self, "The service."),
    ]
}

import Wire

extension SubscriptionRoutes {
    static let contract = [
        Endpoint(.get, "/api/v1/subscriptions", "listSubscriptions", "One's own subscriptions.")
            .telling("An admin sees everybody's.")
            .lists(SubscriptionReply.self, "A piece of the list."),
        Endpoint(.post, "/api/v1/subscriptions", "subscribe", "Subscribes to a service.")
            .telling("Makes an instance of it, with volumes of its own.")
            .takes(SubscriptionBody.self).beginsOperation,
        Endpoint(.get, "/api/v1/subscriptions/{id}", "showSubscription", "One subscription.")
            .takes(.subscription).answers(SubscriptionReply.self, "The subscription."),
    ]
}

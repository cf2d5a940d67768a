import Wire

extension CustomerSubscriptionRoutes {
    static let contract = [
        Endpoint(
            .post, "/api/v1/admin/subscriptions", "subscribeCustomer",
            "Subscribes a customer to a service."
        )
        .open(to: .admin).takes(CustomerSubscriptionBody.self).beginsOperation
        .refuses(.notFound),
        Endpoint(
            .post, "/api/v1/admin/subscriptions/{id}/renew", "renewSubscription",
            "Says until when a subscription is paid for."
        )
        .open(to: .admin).takes(.subscription).takes(RenewalBody.self, isRequired: false)
        .repeatable.answers(SubscriptionReply.self, "The subscription as it is now.")
        .refuses(.conflict),
    ]
}
